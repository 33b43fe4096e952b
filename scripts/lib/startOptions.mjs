import path from 'node:path';
import { UserError } from './UserError.mjs';
import { parseArguments } from './parseArguments.mjs';

export const startHelp = `npm start [-- options]

Starts the portal: with simulated clusters, or with yours when you give a configuration.

  --config FILE        load FILE after app-config.yaml instead of the simulated clusters; may be repeated
  --port PORT          where the portal is opened (PORT, default 3000)
  --backend-port PORT  where its backend listens (BACKEND_PORT, default 7007)
  --help               show this text
`;

/** Reads what the user asked for from arguments and environment. */
export function parseStartOptions({ args, env, cwd }) {
  const { values } = parseArguments({
    args,
    usage: 'npm start -- --help',
    options: {
      config: { type: 'string', multiple: true },
      port: { type: 'string' },
      'backend-port': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const options = {
    isHelpWanted: Boolean(values.help),
    configs: (values.config ?? []).map(file => path.resolve(cwd, file)),
    port: parsePort(values.port ?? env.PORT ?? '3000', 'PORT'),
    backendPort: parsePort(
      values['backend-port'] ?? env.BACKEND_PORT ?? '7007',
      'BACKEND_PORT',
    ),
    preferredSandboxPort: parsePort(env.SANDBOX_PORT ?? '7008', 'SANDBOX_PORT'),
  };
  if (options.port === options.backendPort) {
    throw new UserError(
      `PORT and BACKEND_PORT are both ${options.port}: choose two different ports.`,
    );
  }
  return options;
}

/** Reads the number of a port; `setting` is what the user has to change. */
export function parsePort(text, setting) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new UserError(
      `${setting} is '${text}', and a port is a number from 1 to 65535.`,
    );
  }
  return port;
}
