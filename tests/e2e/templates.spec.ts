// Templates: looked at, copied, changed, handed out and taken in again.
import { expect, test } from '@playwright/test';
import { withFolder } from './judges/run';
import { AuthoritiesPage } from './support/authorities';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';
import { PATIENCE } from './support/quick_start';

test('a copy of a built-in one is changed, exported, deleted and taken in again', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Template CA');
    await authorities.wide('Templates');
    const part = authorities.part('Templates');
    for (const name of ['TLS server', 'TLS client', 'TLS server and client', 'E-mail (S/MIME)', 'Code signing', 'Time stamping', 'OCSP signer', 'Intermediate authority', 'Root authority']) {
      await expect(part.getByText(name, { exact: true }).first()).toBeVisible(PATIENCE);
    }
    await part.getByText('TLS server', { exact: true }).first().click();
    await part.getByRole('button', { name: 'Copy TLS server', exact: true }).click();
    const form = page.getByRole('form', { name: 'New template' });
    await expect(form.getByRole('heading')).not.toHaveCount(0);
    const name = form.getByRole('textbox', { name: 'Name of the template' });
    await expect(name).toHaveValue('TLS server (copy)');

    const subject = form.getByRole('textbox', { name: 'Fixed parts of the subject' });
    await subject.fill('nonsense');
    await form.getByRole('button', { name: 'Save the template', exact: true }).click();
    await expect(subject).toHaveAttribute('aria-invalid', 'true');
    await expect(subject).toBeFocused();
    await subject.fill('/C=DE/O=Acme');
    await form.getByRole('textbox', { name: 'Valid for (days)' }).fill('47');
    await form.getByRole('combobox', { name: 'Key type' }).selectOption({ label: 'P-384' });
    await name.fill('Acme server');
    await form.getByRole('button', { name: 'Save the template', exact: true }).click();
    await expect(part.getByText('Acme server is saved')).toBeVisible(PATIENCE);

    await part.getByText('Acme server', { exact: true }).first().click();
    await expect(part.getByText('/C=DE/O=Acme')).toBeVisible();
    await expect(part.getByText('47 days')).toBeVisible();
    await expectAccessible(page);
    const file = await authorities.save(part.getByRole('button', { name: 'Export Acme server', exact: true }));
    await part.getByRole('button', { name: 'Delete Acme server', exact: true }).click();
    await part.getByRole('button', { name: 'Keep the template', exact: true }).click();
    await expect(part.getByRole('button', { name: 'Delete Acme server', exact: true })).toBeFocused();
    await part.getByRole('button', { name: 'Delete Acme server', exact: true }).click();
    await part.getByRole('button', { name: 'Delete it', exact: true }).click();
    await expect(part.getByText('Acme server', { exact: true })).toHaveCount(0, PATIENCE);

    await page.locator('#template-file').setInputFiles(file);
    await expect(part.getByText('The templates are here')).toBeVisible(PATIENCE);
    await expect(part.getByText('Acme server', { exact: true })).toBeVisible();
    await page.setViewportSize({ width: 360, height: 740 });
    await expectFits(page);
  });
});

test('a name that is there already is refused beside its field', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Template CA');
    await authorities.wide('Templates');
    const part = authorities.part('Templates');
    for (const first of [true, false]) {
      const copy = part.getByRole('button', { name: 'Copy TLS client', exact: true });
      if (!(await copy.isVisible())) await part.getByText('TLS client', { exact: true }).first().click();
      await copy.click();
      const form = page.getByRole('form', { name: 'New template' });
      const name = form.getByRole('textbox', { name: 'Name of the template' });
      await name.fill('Twice');
      await form.getByRole('button', { name: 'Save the template', exact: true }).click();
      if (first) {
        await expect(part.getByText('Twice is saved')).toBeVisible(PATIENCE);
      } else {
        await expect(name).toHaveAttribute('aria-invalid', 'true', PATIENCE);
        await expect(name).toBeFocused();
        await expect(name).toHaveValue('Twice');
      }
    }
  });
});
