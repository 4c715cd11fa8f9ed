// Lines of a sheet that name a project and one of its steps, as lines that name both at once: `by-name` finds their rows. Pure.
const blank = (cell) => /^\d*$/.test(cell.trim());

/** Where in a line a project and its step stand, or, below a project's line, its next step with nothing but a number before it. */
function found(line, last, known) {
  for (let at = 0; at < line.length; at++) {
    if (known(line[at], line[at + 1])) return { project: line[at], step: line[at + 1], rest: line.slice(at + 2) };
    if (line.slice(0, at).every(blank) && known(last, line[at])) return { project: last, step: line[at], rest: line.slice(at + 1) };
  }
  return null;
}

/** Two cells of a line that are a project and its step are one name; below a project's name its other steps may stand alone. */
export function joined(block, names) {
  const known = (project, step) => Boolean(project?.trim() && step?.trim()) && names.has(`${project}${step}`.replace(/\s/g, ''));
  let last = '';
  return block.map((line) => {
    const its = found(line, last, known);
    if (!its) return line;
    last = its.project;
    return [`${its.project} ${its.step}`, ...its.rest];
  });
}
