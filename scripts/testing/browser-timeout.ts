/** The longest flow takes 20 s on an idle machine; on a busy one three browsers share two processors. */
jest.setTimeout(180_000)
