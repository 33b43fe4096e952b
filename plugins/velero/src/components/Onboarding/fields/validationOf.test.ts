import {
  ApiHolder,
  TranslationApi,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { clustersProblemsOf } from '../fieldProblems';
import { validationOf } from './validationOf';

/** An app whose words are loaded a little later, when somebody waits for them. */
function appLoading(words: string): ApiHolder {
  const api = {
    getTranslation: () => ({ ready: false }),
    translation$: () => ({
      subscribe: ({ next }: { next(snapshot: object): void }) => {
        queueMicrotask(() => {
          next({ ready: false });
          next({ ready: true, t: () => words });
        });
        return { unsubscribe: () => {} };
      },
    }),
  };
  return appWith(api as unknown as TranslationApi);
}

function appWith(api: TranslationApi | undefined): ApiHolder {
  return {
    get: ref =>
      (ref.id === translationApiRef.id ? api : undefined) as undefined,
  };
}

describe('validationOf', () => {
  const validate = validationOf(clustersProblemsOf);

  async function problemsIn(apiHolder: ApiHolder, value: object[]) {
    const problems: string[] = [];
    const field = { addError: (problem: string) => problems.push(problem) };
    const context = { apiHolder, formData: {}, schema: {} };
    await validate(value as never, field as never, context);
    return problems;
  }

  it('says what is wrong in the words of the app', async () => {
    const app = appWith(mockApis.translation());
    expect(await problemsIn(app, [])).toEqual([
      'Choose at least one namespace',
    ]);
    expect(await problemsIn(app, [{ cluster: 'eu' }])).toEqual([]);
  });

  it('waits for the words of a language', async () => {
    const words = 'Wählen Sie mindestens einen Namespace';
    expect(await problemsIn(appLoading(words), [])).toEqual([words]);
  });

  it('fails where an app has no translations', async () => {
    await expect(problemsIn(appWith(undefined), [])).rejects.toThrow(
      translationApiRef.id,
    );
  });
});
