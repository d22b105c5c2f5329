/** The help of all commands is made without them; what it says of each is what the command says of itself. */
import { limen } from './terminal'

test('the help of all is that of the commands themselves', async () => {
  const told = await limen({}, '--help')
  const itself = await limen({}, '--') // which loads every command, and names none
  expect(told.code).toBe(0)
  expect(told.out).toContain('completion <shell>')
  expect(itself).toEqual({ code: 2, out: '', error: told.out })
})

test('a command is helped by its name in either order', async () => {
  expect(await limen({}, 'help', 'referee')).toEqual(await limen({}, 'referee', '--help'))
})
