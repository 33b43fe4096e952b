/**
 * Makes a function that replaces each secret of a task in a text, as it is and as it looks in JSON and base64. Nothing
 * that the backend says holds one; this is for what a server in between may say.
 */
export function hiderOf(
  secrets: Record<string, string> | undefined,
): (text: string) => string {
  const forms = Object.values(secrets ?? {})
    .filter(Boolean)
    .flatMap(value => [
      value,
      JSON.stringify(value).slice(1, -1),
      Buffer.from(value).toString('base64'),
    ])
    .sort((one, other) => other.length - one.length);
  return text =>
    forms.reduce((hidden, form) => hidden.split(form).join('***'), text);
}
