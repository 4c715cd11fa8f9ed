// Cells as a spreadsheet puts them on the clipboard: a line a row, tabs between cells, and quotes about what has either in it. Pure.
const QUOTED = /[\t\n"]/;

/** → rows of texts; the line break at the end makes no row. */
export function blockOf(pasted) {
  const text = pasted.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows = [[]];
  let at = 0;
  while (at <= text.length) {
    const [cell, length] = text[at] === '"' ? quoted(text, at) : bare(text, at);
    rows[rows.length - 1].push(cell);
    at += length;
    if (at >= text.length) break;
    if (text[at] === '\n') rows.push([]);
    at++;
  }
  return rows;
}

function bare(text, at) {
  const [cell] = text.slice(at).match(/^[^\t\n]*/);
  return [cell, cell.length];
}

/** A quote that nothing ends was typed by somebody. */
function quoted(text, at) {
  const whole = text.slice(at).match(/^"((?:[^"]|"")*)"(?=[\t\n]|$)/);
  return whole ? [whole[1].replace(/""/g, '"'), whole[0].length] : bare(text, at);
}

export const textOf = (block) => block.map((row) => row.map((cell) => (QUOTED.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t')).join('\n');

/** A block of names and numbers goes past a column of other names that stands between (English): what is in it stays. */
export function past(block, rows, { r, c }, columns, skipped) {
  if (columns[c + 1]?.id !== skipped) return;
  const next = block.map((line) => line[1] ?? '').filter((cell) => cell.trim());
  if (!next.length || next.some((cell) => !/^[\d.\s]+[%％]?\s*$/.test(cell))) return;
  block.forEach((line, i) => line.splice(1, 0, rows[r + i]?.cells[skipped] ?? ''));
}
