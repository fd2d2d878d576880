// Names of files in an archive, of whatever people have called their files.

/** The key keeps files of one name apart. */
export function attachmentPath(attachment: string, name: string | null): string {
  return `attachments/${attachment}${name === null ? '' : `-${safeName(name)}`}`;
}

/** What every file system takes, and every unpacker: no folders, no device names' colons, no end in a dot. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}\\/:*?"<>|]+/gu, '_')
    .replace(/^\.+/, '_');
  const [, stem = plain, ending = ''] = /^(.*?)(\.[\p{L}\p{N}]{1,10})?$/u.exec(plain) ?? [];
  return `${[...stem]
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/, '_')}${ending}`;
}
