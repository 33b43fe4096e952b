/** Ways in which a change shows. */
const NOTICED = ['Killed', 'Timeout'];

/** Changes that nobody could have tried are none. */
const COUNTED = [...NOTICED, 'Survived', 'NoCoverage'];

/** What the tests noticed, from a report in the schema of mutation testing; `score` in percent, `unnoticed` with the line and what stood there. */
export function mutationScores({ files }) {
  const scores = Object.entries(files)
    .map(([file, { mutants }]) => scoreOf(file, mutants))
    .filter(({ all }) => all > 0);
  const sum = key => scores.reduce((total, score) => total + score[key], 0);
  const all = sum('all');
  return {
    files: scores,
    score: all === 0 ? 0 : (100 * sum('noticed')) / all,
  };
}

function scoreOf(file, mutants) {
  const counted = mutants.filter(({ status }) => COUNTED.includes(status));
  const unnoticed = counted
    .filter(({ status }) => !NOTICED.includes(status))
    .map(({ location, mutatorName, replacement }) => ({
      line: location.start.line,
      text: `${mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`,
    }))
    .sort((a, b) => a.line - b.line);
  const all = counted.length;
  return { file, all, noticed: all - unnoticed.length, unnoticed };
}
