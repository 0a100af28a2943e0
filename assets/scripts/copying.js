// Buttons that copy an address or a reference, for those who can.

export function offerCopying() {}
