// How large an attachment may be; everything else that is sent stays under its own, smaller limit.

export const ATTACHMENT_BYTES_MAX = 20 * 1024 * 1024;
