// How a foreign form is filled, while somebody says so: per sheet a row for each project, and cells of their own. It begins with what
// the form's words propose. Pure.
export const letters = (column) => (column <= 26 ? '' : letters(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + ((column - 1) % 26));

/** Which projects, as a condition; '' are all. */
export const WORKS = 'kind = "works"';

/** @param grids the sheets of a form as it arrived @param saved the sheets of a form that is filled already, or null */
export function mappingOf(grids, saved = null) {
  return grids.map((grid) => {
    const known = saved?.find(({ sheet }) => sheet === grid.name);
    return saved ? again(grid, known) : proposed(grid);
  });
}

function proposed({ name, proposal }) {
  const columns = (proposal?.columns ?? []).map(({ column, heading, core, fill = '', sure }) => ({ column, line: 1, heading, core, fill, sure }));
  const height = proposal?.height ?? 1;
  return { sheet: name, rows: proposal?.first ? { first: proposal.first, prepared: proposal.prepared, height, where: WORKS } : null, columns: height > 1 ? tall(columns, height) : columns, cells: (proposal?.cells ?? []).map(({ cell, label, fill }) => ({ cell, label, fill })) };
}

/** What was said before counts; headings that it did not use are still there to be used. */
function again(grid, known) {
  const { columns, cells } = proposed(grid);
  const said = known?.rows?.columns ?? [];
  const first = new Map(said.filter(({ line = 1 }) => line === 1).map((each) => [each.column, each]));
  const kept = columns.filter(({ line }) => line === 1).map((each) => ({ ...each, sure: true, fill: first.get(each.column)?.fill ?? '' }));
  const others = said.filter(({ column, line = 1 }) => line > 1 || !columns.some((each) => each.column === column)).map(({ column, line = 1, heading = '', fill }) => ({ column, line, heading, core: heading, fill, sure: true }));
  const labels = new Map(cells.map(({ cell, label }) => [cell, label]));
  return { sheet: grid.name, rows: known?.rows ? { first: known.rows.first, prepared: known.rows.prepared, height: known.rows.height ?? 1, where: known.rows.where ?? '' } : null, columns: tall([...kept, ...others], known?.rows?.height ?? 1),
    cells: (known?.cells ?? []).map(({ cell, fill }) => ({ cell, label: labels.get(cell) ?? '', fill })) };
}

/** A project takes so many rows: each heading is there once for each of them. */
export function tall(columns, height) {
  const first = columns.filter(({ line }) => line === 1);
  return range(height).flatMap((line) => first.map((each) => columns.find((other) => other.line === line && other.column === each.column)
    ?? { ...each, line, fill: '', sure: true }));
}

const range = (n) => Array.from({ length: n }, (_, i) => i + 1);

/** As it is told: what nobody filled is left out, and so is a sheet of which nothing is. */
export function sheetsOf(mapping) {
  return mapping.map(({ sheet, rows, columns, cells }) => {
    const filled = columns.filter(({ fill }) => fill.trim()).filter(({ line }) => !rows || line <= rows.height).map(({ column, line, core, fill }) => ({ column, ...(line > 1 && { line }), ...(core && { heading: core.slice(0, 80) }), fill: fill.trim() }));
    const fixed = cells.filter(({ fill }) => fill.trim()).map(({ cell, fill }) => ({ cell, fill: fill.trim() }));
    return { sheet, ...(rows && filled.length && { rows: { first: rows.first, prepared: rows.prepared, ...(rows.height > 1 && { height: rows.height }), ...(rows.where.trim() && { where: rows.where.trim() }), columns: filled } }), ...(fixed.length && { cells: fixed }) };
  }).filter(({ rows, cells }) => rows || cells);
}

/** What a cell of the form is for, by its place: {B5: 'row', A1: 'cell'}. */
export function marks({ rows, columns, cells }) {
  const all = new Map(cells.filter(({ fill }) => fill.trim()).map(({ cell }) => [cell, 'cell']));
  for (let row = rows?.first ?? 1; rows && row < rows.first + rows.prepared; row += rows.height) {
    for (const { column, line, fill } of columns) if (fill.trim() && line <= rows.height) all.set(`${column}${row + line - 1}`, 'row');
  }
  return all;
}
