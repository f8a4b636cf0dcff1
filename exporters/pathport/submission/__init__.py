"""What WikiPathways asks of a pathway: the rules for a file of GPML 2013a, a submission's files.

The rules bear WikiPathways' codes (WP-...), a module for each group of them. Nothing here opens a
file of the user's but the tables that stand in for those of ``pathport.schemas``, and nothing is
placed; that is the business of ``pathport.api``.
"""
