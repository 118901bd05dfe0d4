using System.CommandLine;
using Cradle.Platform;
using Cradle.Platform.Accounts;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Processes;
using Cradle.Platform.Sqlite;
using Cradle.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Cli.Accounts;

/// <summary><c>cradle accounts first</c>: the two administrators that an installation begins with.</summary>
internal static class AccountsCommand
{
    public static Command Create()
    {
        var (state, connection) = (StateDatabase.State(), StateDatabase.Connection());
        var names = new Argument<string[]>("NAMES") { Description = "The user names of two people.", Arity = new ArgumentArity(2, 2) };
        var division = new Option<string>("--division") { Description = "What they look after; the whole country unless told.", HelpName = "CODE", DefaultValueFactory = _ => "00" };
        var first = new Command("first", "Makes the first two administrators, once. The site has to have been started before, so that the database is there.") { names, division, state, connection };
        first.SetAction((parse, cancellation) => FirstAsync(parse.GetValue(names)!, parse.GetValue(division)!, parse.GetValue(state)!, parse.GetValue(connection), cancellation));
        return new Command("accounts", "Accounts of the site.") { first };
    }

    private static async Task<int> FirstAsync(string[] names, string division, string state, string? connection, CancellationToken cancellation)
    {
        if (!DivisionCode.TryParse(division, out var code))
            throw new UsageException($"{division} is no division: write 2, 4 or 6 digits, or 00 for the whole country.");
        await using (StateDatabase.Open(state, connection))
        {
            // only to say in one line that there is no database
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(options => options.State = Path.GetFullPath(state));
        if (connection is null)
            services.AddSqliteDatabase(InstalledModules.Mappings);
        else
            services.AddPostgreSqlDatabase(connection, InstalledModules.Mappings);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("cradle-accounts"), Process = "platform.first-administrators", Correlation = Guid.CreateVersion7() });
        var (made, refusal) = await scope.ServiceProvider.GetRequiredService<FirstAdministrators>().MakeAsync(names, code, cancellation);
        if (refusal is not null)
        {
            Console.Error.WriteLine(refusal);
            return ExitCodes.Finding;
        }

        foreach (var (name, password) in made)
            Console.WriteLine($"{name}  {password}");
        Console.WriteLine("Each signs in at /sign-in, chooses a password and sets up the second factor. The passwords are not shown again.");
        return ExitCodes.Ok;
    }
}
