import { previewOf } from './previewOf';

describe('previewOf', () => {
  it('shows each file in its language', () => {
    expect(
      previewOf([
        { path: 'README.md', content: '# Backups' },
        { path: 'base/all.yaml', content: 'kind: Schedule' },
      ]),
    ).toBe(
      '#### README.md\n\n```text\n# Backups\n```\n\n#### base/all.yaml\n\n```yaml\nkind: Schedule\n```',
    );
  });

  it('shows what looks like the end of a block as part of the file', () => {
    const content = '```bash\nkubectl\n```\n~~~\n';
    expect(previewOf([{ path: 'README.md', content }])).toBe(
      `#### README.md\n\n\`\`\`\`text\n${content}\n\`\`\`\``,
    );
  });
});
