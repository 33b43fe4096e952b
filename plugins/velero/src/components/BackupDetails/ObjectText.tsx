import { CodeSnippet } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { veleroTranslationRef } from '../../translation';

/** Highlighting more than this makes a browser stutter; labels alone may be a megabyte. */
const MAX_LENGTH = 20_000;

/** An object of the cluster as code. */
export function ObjectText(props: { title: string; value: object }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const text = JSON.stringify(props.value, undefined, 2);
  if (text === '{}') {
    return null;
  }
  return (
    <section aria-label={props.title}>
      <Typography variant="h6" component="h3">
        {props.title}
      </Typography>
      {text.length > MAX_LENGTH && <Typography>{t('details.cut')}</Typography>}
      <CodeSnippet
        text={text.slice(0, MAX_LENGTH)}
        language="json"
        showCopyCodeButton
      />
    </section>
  );
}
