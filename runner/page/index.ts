// What only a page needs, built into a file of its own: the command line does not carry it.
export { chapterHtml } from './chapter-html.ts';
export { highlightedHtml } from './highlight.ts';
export { type ReportedChapter, reportHtml } from './report.tsx';
