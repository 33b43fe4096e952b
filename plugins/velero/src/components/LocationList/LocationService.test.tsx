import { within } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findRows } from '../../__testUtils__/findRows';
import { answer, location } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();

describe('the provider of a storage location', () => {
  it('is told with what it takes, and from where that is known', async () => {
    backend.answer(
      'locations',
      answer([
        location({ name: 'r2', service: 'cloudflare-r2' }),
        location({ name: 's3', service: 'aws-s3' }),
        location({ name: 'gcs', service: 'google-gcs' }),
        location({ name: 'obs', service: 'huawei-obs' }),
        location({ name: 'own', service: undefined, provider: 'aws' }),
      ]),
    );
    renderForEntity(<EntityBackupsContent />);

    const [r2, s3, gcs, obs, own] = await findRows(/^storage locations/i);
    expect(r2).toHaveTextContent(
      /Cloudflare R2Egress freeStorage \$0\.015\/GB a month/,
    );
    expect(s3).toHaveTextContent(/AWS S3Egress \$0\.09\/GB/);
    expect(gcs).toHaveTextContent(/Google Cloud StorageEgress \$0\.12\/GB/);
    expect(obs).toHaveTextContent(/Huawei OBSPrices depend on the region/);
    expect(own).not.toHaveTextContent(/Egress|Storage .*\/GB/);
    expect(
      within(r2).getByRole('link', { name: /List prices of Cloudflare R2/ }),
    ).toHaveAttribute('href', 'https://developers.cloudflare.com/r2/pricing/');
  });
});
