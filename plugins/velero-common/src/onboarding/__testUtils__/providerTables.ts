import { toYaml } from '../manifests/toYaml';
import { planTenant } from '../planTenant';
import { StorageProvider } from '../../storage/StorageProvider';
import { storageProviders } from '../../storage/storageProviders';
import { storageServices } from '../../storage/storageServices';
import { fleet, request } from './onboardingFleet';

/** The page of providers, in Markdown: what the presets say, and what a plan makes of them. */
export function providerTables(): string {
  const providers = Object.values(storageProviders);
  return [
    table(
      ['Provider', '`spec.provider`', 'Plugin', 'Settings', 'Prices'],
      providers.map(overview),
    ),
    ...providers.flatMap(section),
  ].join('\n\n');
}

function overview(provider: StorageProvider): string[] {
  const { title, veleroProvider, plugin } = provider;
  const config = Object.keys(provider.configOf(exampleValues(provider)));
  const service = Object.hasOwn(storageServices, provider.id);
  return [
    `[${title}](#${title.toLowerCase().replace(/ /g, '-')})`,
    `\`${veleroProvider}\``,
    `\`${plugin.image}\``,
    config.map(key => `\`${key}\``).join(', '),
    service ? '[list](storage.md)' : 'not known',
  ];
}

function section(provider: StorageProvider): string[] {
  const { title, fields, credential, bucketRule, limits } = provider;
  return [
    `## ${title}`,
    table(
      ['Asked for', 'Name', 'Needed', 'What', 'Form', 'Example'],
      fields.map(field => [
        field.title,
        `\`${field.name}\``,
        field.required
          ? 'yes'
          : `no${field.default ? `, \`${field.default}\`` : ''}`,
        field.help,
        formOf(field),
        `\`${field.example}\``,
      ]),
    ),
    table(
      ['Credential', 'Name', 'What'],
      credential.fields.map(field => [
        field.title,
        `\`${field.name}\``,
        field.help,
      ]),
    ),
    [
      `- Address: ${codeIn(provider.endpointRule)}.`,
      `- Without a credential: ${
        provider.serverIdentity
          ? 'by Velero’s own account in the cloud, where configuration allows it'
          : 'not possible'
      }.`,
      `- Bucket: ${bucketRule.text} ([source](${bucketRule.source})).`,
      ...limits.map(({ text, source }) => `- ${text} ([source](${source})).`),
      `- Sources: ${provider.sources
        .map((source, i) => `[${i + 1}](${source})`)
        .join(', ')}.`,
    ].join('\n'),
    'What is made of the examples:',
    `\`\`\`yaml\n${toYaml(locationOf(provider)).trimEnd()}\n\`\`\``,
    `\`\`\`text\n${credential.example.trimEnd()}\n\`\`\``,
  ];
}

function locationOf(provider: StorageProvider): object {
  const storage = {
    provider: provider.id,
    values: exampleValues(provider),
    credential: { given: {} },
  };
  const { plan } = planTenant(request({ storage }), fleet());
  return plan!.clusters[0].locations[0].object;
}

function exampleValues({ fields }: StorageProvider): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, example }) => [name, example]));
}

function formOf({ choices, pattern }: StorageProvider['fields'][number]) {
  if (choices) {
    return choices.map(({ value }) => `\`${value}\``).join(', ');
  }
  return pattern ? `\`${pattern.replace(/\|/g, '\\|')}\`` : 'an address';
}

/** Angle brackets would be taken for HTML. */
function codeIn(text: string): string {
  return text.replace(/https:\/\/[^\s,]+/g, '`$&`');
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
