/**
 * Names the secret of a scaffolder task that holds one field of a credential, as `VELERO_CREDENTIALS_ACCESS_KEY_ID`.
 *
 * @param given - name under which the values travel
 * @param field - of the provider's credential form
 * @public
 */
export function taskSecretNameOf(given: string, field: string): string {
  return ['VELERO', given, field].map(asConstant).join('_');
}

function asConstant(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]/g, '_')
    .toUpperCase();
}
