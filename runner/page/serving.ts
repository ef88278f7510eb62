// What is needed to give a page away, built into a file of its own: a browser is on its way before the chapter is read.
export { mermaidOf } from './diagrams.ts';
export { type PageServer, servePage } from './server.ts';
