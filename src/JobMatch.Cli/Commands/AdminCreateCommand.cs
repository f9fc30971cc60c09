using System.CommandLine;
using JobMatch.Accounts;
using JobMatch.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cli.Commands;

/// <summary><c>jobmatch admin create --user NAME [--password-stdin]</c>: the first administrator, who makes all other accounts in the browser.</summary>
internal static class AdminCreateCommand
{
    public static Command Create(CommandContext context)
    {
        var user = new Option<string>("--user") { Description = "Name to sign in with: letters and digits.", HelpName = "NAME", Required = true };
        var stdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input, one line. Without it one is made and printed once." };
        var command = new Command("create", "Make an administrator of the whole system.") { user, stdin };
        context.Run(command, async (services, parsed, cancel) =>
        {
            var name = parsed.GetValue(user)!;
            var given = parsed.GetValue(stdin) ? await Console.In.ReadLineAsync(cancel) : null;
            if (parsed.GetValue(stdin) && string.IsNullOrEmpty(given)) return await context.FailAsync("No password came on standard input.");
            var password = given ?? NewPassword.Make();
            var made = await services.GetRequiredService<CreateAccount>().RunAsync(new CreateAccountRequest(name, password, name, [(Role.Administrator, GrantArea.System, 0)]));
            if (made.Value is not { } account) return await context.FailAsync("No account was made: " + string.Join("; ", made.Refusals.Select(Sentences.Of)) + ".");
            await services.GetRequiredService<AuditLog>().WriteAsync(0, AuditAction.Created, AuditSubject.Account, account.Id, "command line", cancel);
            await context.Output.WriteLineAsync(given is null ? $"Administrator {name} was made. Password, shown this once: {password}" : $"Administrator {name} was made.");
            return ExitCode.Done;
        });
        return command;
    }
}
