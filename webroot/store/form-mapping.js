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
  const columns = (proposal?.columns ?? []).map(({ column, heading, core, fill = '', sure }) => ({ column, heading, core, fill, sure }));
  return { sheet: name, rows: proposal?.first ? { first: proposal.first, prepared: proposal.prepared, where: WORKS } : null, columns, cells: (proposal?.cells ?? []).map(({ cell, label, fill }) => ({ cell, label, fill })) };
}

/** What was said before counts; headings that it did not use are still there to be used. */
function again(grid, known) {
  const { columns, cells } = proposed(grid);
  const filled = new Map((known?.rows?.columns ?? []).map((each) => [each.column, each]));
  const kept = columns.map((each) => ({ ...each, sure: true, fill: filled.get(each.column)?.fill ?? '' }));
  const others = [...filled.values()].filter(({ column }) => !columns.some((each) => each.column === column)).map(({ column, heading = '', fill }) => ({ column, heading, core: heading, fill, sure: true }));
  const labels = new Map(cells.map(({ cell, label }) => [cell, label]));
  return { sheet: grid.name, rows: known?.rows ? { first: known.rows.first, prepared: known.rows.prepared, where: known.rows.where ?? '' } : null, columns: [...kept, ...others],
    cells: (known?.cells ?? []).map(({ cell, fill }) => ({ cell, label: labels.get(cell) ?? '', fill })) };
}

/** As it is told: what nobody filled is left out, and so is a sheet of which nothing is. */
export function sheetsOf(mapping) {
  return mapping.map(({ sheet, rows, columns, cells }) => {
    const filled = columns.filter(({ fill }) => fill.trim()).map(({ column, core, fill }) => ({ column, ...(core && { heading: core.slice(0, 80) }), fill: fill.trim() }));
    const fixed = cells.filter(({ fill }) => fill.trim()).map(({ cell, fill }) => ({ cell, fill: fill.trim() }));
    return { sheet, ...(rows && filled.length && { rows: { first: rows.first, prepared: rows.prepared, ...(rows.where.trim() && { where: rows.where.trim() }), columns: filled } }), ...(fixed.length && { cells: fixed }) };
  }).filter(({ rows, cells }) => rows || cells);
}

/** What a cell of the form is for, by its place: {B5: 'row', A1: 'cell'}. */
export function marks({ rows, columns, cells }) {
  const all = new Map(cells.filter(({ fill }) => fill.trim()).map(({ cell }) => [cell, 'cell']));
  for (let row = rows?.first ?? 1; rows && row < rows.first + rows.prepared; row += 1) for (const { column, fill } of columns) if (fill.trim()) all.set(`${column}${row}`, 'row');
  return all;
}
