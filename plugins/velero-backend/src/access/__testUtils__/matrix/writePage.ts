import { writeFile } from 'node:fs/promises';
import { accessPage, PAGE } from './accessPage';

writeFile(PAGE, accessPage()).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
