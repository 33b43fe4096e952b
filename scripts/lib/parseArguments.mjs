import { parseArgs } from 'node:util';
import { UserError } from './UserError.mjs';

/** Reads command line arguments; what does not fit is answered with how the command is used. */
export function parseArguments({ usage, ...config }) {
  try {
    return parseArgs(config);
  } catch (error) {
    const [sentence] = error.message.split('. ');
    throw new UserError(`${sentence.replace(/\.$/, '')}; usage: ${usage}`);
  }
}
