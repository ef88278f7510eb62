/** First line of a report that is a Markdown document: nobody wants it read as a chapter the next time. */
export const reportMark = '<!-- tutor-report -->';
