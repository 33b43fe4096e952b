import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ReactNode, Suspense } from 'react';
import { useListOrigin } from '../../hooks/useListOrigin';
import { veleroTranslationRef } from '../../translation';
import { LoadingRows } from '../states/LoadingRows';
import { CopyButton } from '../ui/CopyButton';
import { PageFrame } from '../ui/PageFrame';

interface RunFrameProps {
  name: string;
  /** What it is and where. */
  subtitle: string;
  /** What can be done about it. */
  action?: ReactNode;
  children: ReactNode;
}

/** The page of one backup or restore. */
export function RunFrame(props: RunFrameProps) {
  const { name, subtitle, action, children } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { list, fromList } = useListOrigin();
  return (
    <PageFrame
      back={{ ...list, text: t('page.back') }}
      title={name}
      beside={
        <CopyButton text={name} label={t('actions.copy', { what: name })} />
      }
      action={action}
      subtitle={<Typography variant="body2">{subtitle}</Typography>}
      takesFocus={fromList}
    >
      <Suspense fallback={<LoadingRows what={name} />}>{children}</Suspense>
    </PageFrame>
  );
}
