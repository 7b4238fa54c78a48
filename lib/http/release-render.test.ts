import { cacheSignal } from 'react'
import { releaseRenderWhenDone } from './release-render'

jest.mock('react', () => ({ cacheSignal: jest.fn() }))

it('reads the stack of the error that ends a render, so that V8 drops the frames', () => {
  const controller = new AbortController()
  jest.mocked(cacheSignal).mockReturnValue(controller.signal)
  const reason = new Error('done')
  const stack = jest.fn(() => 'Error: done')
  Object.defineProperty(reason, 'stack', { get: stack })
  releaseRenderWhenDone()
  expect(stack).not.toHaveBeenCalled()
  controller.abort(reason)
  expect(stack).toHaveBeenCalledTimes(1)
})

it('does nothing outside of a render', () => {
  jest.mocked(cacheSignal).mockReturnValue(null)
  expect(releaseRenderWhenDone).not.toThrow()
})
