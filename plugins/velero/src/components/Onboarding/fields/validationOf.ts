import {
  TranslationApi,
  translationApiRef,
  TranslationSnapshot,
} from '@backstage/frontend-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { veleroTranslationRef } from '../../../translation';
import { FieldProblems } from '../fieldProblems';

type Snapshot = TranslationSnapshot<typeof veleroTranslationRef.T>;

/** Makes the validation of a field. It is no component, so that it takes the translation out of the app's APIs. */
export function validationOf<T>(
  problemsOf: FieldProblems<T>,
): CustomFieldValidator<T> {
  return async (value, field, { apiHolder }) => {
    const api = apiHolder.get(translationApiRef);
    if (!api) {
      throw new Error(`The app has no API ${translationApiRef.id}`);
    }
    const { t } = await readySnapshot(api);
    problemsOf(value, t).forEach(problem => field.addError(problem));
  };
}

/** A language may have to be loaded first. */
function readySnapshot(
  api: TranslationApi,
): Promise<Extract<Snapshot, { ready: true }>> {
  return new Promise((resolve, reject) => {
    const now = api.getTranslation(veleroTranslationRef);
    if (now.ready) {
      resolve(now);
      return;
    }
    const subscription = api.translation$(veleroTranslationRef).subscribe({
      next: snapshot => {
        if (snapshot.ready) {
          subscription.unsubscribe();
          resolve(snapshot);
        }
      },
      error: reject,
    });
  });
}
