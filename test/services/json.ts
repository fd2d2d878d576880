// What a program on the other side of the wire sees: data of any shape, held against its schema elsewhere.

// oxlint-disable-next-line typescript/no-explicit-any -- a test looks into answers as a foreign program does
export type Json = any;
