import { access, constants, readFile, stat } from 'node:fs/promises';
import { UserError } from './UserError.mjs';
import { explainDamage } from './damagedInstall.mjs';

/** Refuses configuration files that cannot be read. */
export async function assertReadable(configs) {
  for (const file of configs) {
    const stats = await stat(file).catch(() => undefined);
    if (!stats) {
      throw new UserError(`There is no configuration file ${file}.`);
    }
    if (stats.isDirectory()) {
      throw new UserError(
        `The configuration file ${file} is a folder: name a file in it.`,
      );
    }
    await access(file, constants.R_OK).catch(() => {
      throw new UserError(
        `The configuration file ${file} may not be read by you.`,
      );
    });
  }
}

/** Refuses configuration files that are not YAML; Backstage's own message would not name the file. */
export async function assertYaml(configs) {
  if (configs.length === 0) {
    return;
  }
  const { parse } = await importYaml();
  for (const file of configs) {
    const text = await readFile(file, 'utf8');
    try {
      parse(text);
    } catch (error) {
      const [reason] = error.message.split('\n');
      throw new UserError(
        `The configuration file ${file} is not YAML: ${reason.replace(
          /:$/,
          '',
        )}.`,
      );
    }
  }
}

/** The parser is there only after the packages have been installed. */
async function importYaml() {
  try {
    return await import('yaml');
  } catch (error) {
    const damage = await explainDamage(error.message);
    throw damage ? new UserError(`Reading YAML failed: ${damage}.`) : error;
  }
}
