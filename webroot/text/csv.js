// A table as a file for a spreadsheet: UTF-8 with the mark by which Excel knows it. Nothing typed by somebody becomes a
// formula in somebody else's spreadsheet: what begins like one gets an apostrophe.
const MARK = '\ufeff';
const FORMULA = /^[\s]*[=+\-@\t\r]/;

const cell = (value) => {
  const said = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value ?? '');
  return `"${said.replaceAll('"', '""')}"`;
};

export const csv = (rows) => MARK + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

/** Hands the file to the browser. */
export function save(name, rows) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv(rows)], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
