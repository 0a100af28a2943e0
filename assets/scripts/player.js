// The recording and its transcript, together.

export function play() {}
