import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  SecretsContextProvider,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import { VeleroClient } from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { BACKEND_URL } from '../../../__testUtils__/FakeBackend';
import { FieldProps } from '../FieldProps';
import { TenantFormData } from '../TenantFormData';

/** What the form around a field has at the moment. */
export interface FormAround<T> {
  value: T | undefined;
  secrets: Record<string, string>;
}

/** Renders a field in a form that has collected something before. */
export function renderField<T>(
  Field: (props: FieldProps<T>) => JSX.Element,
  options: { form?: TenantFormData; value?: T } = {},
): FormAround<T> {
  const { form = {}, value: initial } = options;
  const around: FormAround<T> = { value: initial, secrets: {} };
  function Form() {
    const [value, setValue] = useState(initial);
    const { secrets } = useTemplateSecrets();
    Object.assign(around, { value, secrets });
    return (
      <Field
        formData={value}
        formContext={{ formData: form }}
        onChange={setValue}
      />
    );
  }
  const client = new VeleroClient({
    discoveryApi: { getBaseUrl: async () => BACKEND_URL },
    fetchApi: mockApis.fetch(),
  });
  renderInTestApp(
    <SecretsContextProvider>
      <main>
        <Form />
      </main>
    </SecretsContextProvider>,
    { apis: [[veleroApiRef, client] as const] },
  );
  return around;
}
