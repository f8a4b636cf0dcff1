"""Pictures of pathways: SVG, and HTML and PNG made of it. Knows the layout, and no format."""
