import { act } from '@testing-library/react';
import { useState } from 'react';
import { renderForEntity } from '../../../__testUtils__/renderForEntity';
import { BackupNowButton } from '../BackupNowButton';

/** Renders the button, and gives a way to say that something changed. */
export function renderBackupNow(): () => void {
  let raise = () => {};
  function Changing() {
    const [version, setVersion] = useState(0);
    raise = () => setVersion(before => before + 1);
    return (
      <BackupNowButton
        entityRef="component:default/payments-api"
        version={version}
      />
    );
  }
  renderForEntity(<Changing />);
  return () => act(() => raise());
}
