import { UserError } from '../lib/UserError.mjs';
import { signIn } from '../lib/demoUser.mjs';
import { parseArguments } from '../lib/parseArguments.mjs';
import { parsePort } from '../lib/startOptions.mjs';

const USAGE = 'npm run token -- USER [--port PORT]';

/** `npm run token -- USER` */
export async function main(args) {
  const { values, positionals } = parseArguments({
    args,
    usage: USAGE,
    allowPositionals: true,
    options: { port: { type: 'string' } },
  });
  if (positionals.length !== 1) {
    throw new UserError(`Name one demo user; usage: ${USAGE}`);
  }
  const port = parsePort(values.port ?? process.env.PORT ?? '3000', 'PORT');
  const [user] = positionals;
  const token = await getToken({ url: `http://localhost:${port}`, user });
  process.stdout.write(`${token}\n`);
}

async function getToken({ url, user }) {
  try {
    return await signIn({ url, user });
  } catch (error) {
    if (error.name === 'UserError') {
      throw error;
    }
    throw new UserError(
      `No portal answers at ${url}: run npm start first, or say where it is with PORT=….`,
    );
  }
}
