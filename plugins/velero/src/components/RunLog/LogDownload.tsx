import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '../../format/reasonOf';
import { RunFiles } from '../../hooks/useRunFiles';
import { veleroTranslationRef } from '../../translation';
import { saveFile } from './saveFile';

interface LogDownloadProps {
  fileName: string;
  files: Pick<RunFiles, 'log'>;
}

/** Gives the whole log as a file. It is fetched by the page, as a plain link would not carry who asks. */
export function LogDownload(props: LogDownloadProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { busy, error, start, cancel } = useDownload(props);
  return (
    <>
      {busy ? (
        <Button variant="outlined" onClick={cancel}>
          {t('page.log.cancelDownload')}
        </Button>
      ) : (
        <Button variant="outlined" onClick={start}>
          {t('page.log.download')}
        </Button>
      )}
      {error && (
        <Typography variant="body2" role="alert">
          {t('page.log.downloadFailed', { reason: reasonOf(error) })}
        </Typography>
      )}
    </>
  );
}

function useDownload({ fileName, files }: LogDownloadProps) {
  const running = useRef<AbortController>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setBusy(true);
    setError(undefined);
    try {
      await saveFile(fileName, await files.log({ signal }), signal);
    } catch (problem) {
      if (!signal.aborted) {
        setError(problem as Error);
      }
    }
    // One that was cancelled says nothing of the next.
    if (running.current === controller) {
      setBusy(false);
    }
  };
  return { busy, error, start, cancel: () => running.current?.abort() };
}
