/* Newt's importer of SBML (sbgnviz.js) over one file, without a browser: what it makes of it, as JSON.

    node newt.js HOME FILE

HOME has sbgnviz/package, and node_modules with what the importer needs. Of jQuery it uses three
functions, which stand here; the graph is loaded into Cytoscape.js as Newt does it, which refuses an
edge to nothing and drops what has the id of something else. */

const fs = require("fs");
const {createRequire} = require("module");

const [home, file] = process.argv.slice(2);
const inHome = createRequire(`${home}/`);
const part = name => inHome(`./sbgnviz/package/src/utilities/${name}`);

const jQuery = Object.assign(
    items => ({not: others => ({get: () => items.filter(it => !others.includes(it))})}),
    {extend: Object.assign, inArray: (item, items) => items.indexOf(item)}
);
const cytoscape = inHome("cytoscape");

function graph(libsbmlInstance) {
    part("lib-utilities").setLibs({jQuery, cytoscape});
    part("classes"); // Before what it requires: the two require each other.
    const cy = cytoscape({headless: true});
    const [optionUtilities, elementUtilities, importer] = [
        "option-utilities-factory", "element-utilities-factory", "sbml-to-json-converter-factory"
    ].map(name => part(name)());
    optionUtilities.extendOptions({});
    const param = {
        optionUtilities, elementUtilities, libsbmlInstance, sbgnCyInstance: {getCy: () => cy}
    };
    elementUtilities(param);
    importer(param);
    const {nodes, edges} = importer.convert(fs.readFileSync(file, "utf8"));
    cy.add([...nodes, ...edges].map(({data}) => ({data: {...data}})));
    return {
        nodes: nodes.map(({data}) => [data.id, data.class, data.parent ?? null, data.bbox]),
        edges: edges.map(({data}) => [data.source, data.target, data.class]),
        loaded: [cy.nodes().length, cy.edges().length]
    };
}

delete globalThis.fetch; // libsbml.js takes it for the sign of a browser.
console.log = console.error; // It says there why it gives up.
inHome("libsbmljs_stable")().then(libsbml => {
    let found;
    try {
        found = graph(libsbml);
    } catch (error) {
        found = {error: String(error)};
    }
    process.stdout.write(JSON.stringify(found), () => process.exit());
});
