using Cradle.Tests;

namespace Cradle.Cli.Tests;

/// <summary>A small drill: two processes that are killed while forms are sent, over a line that doubles, delays and loses answers. The large one is run by hand: <c>cradle drill births</c>.</summary>
public abstract class BirthsDrillSuite(PostgreSqlServer? server)
{
    // Both processes start again after every kill, on a machine that tests share.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Twenty_cases_survive_two_kills_with_none_lost_and_none_doubled()
    {
        string[] arguments = ["drill", "births", "--cases", "20", "--kills", "2", .. server is null ? Array.Empty<string>() : ["--connection", await server.CreateDatabaseAsync()]];
        var run = await CommandLine.AsProcessIn(Repository.Root, arguments, patience: Patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("20 Completed; lost 0, doubled 0; children's records 20", lines[1], StringComparison.Ordinal);
        Assert.Contains("80 of 80 done", lines[2], StringComparison.Ordinal);   // four items a case in Changchun
        Assert.Contains("balances", lines[3], StringComparison.Ordinal);
        Assert.Equal("passed", lines[^1]);
    }
}

public class SqliteBirthsDrillTests() : BirthsDrillSuite(null);

public class PostgreSqlBirthsDrillTests(PostgreSqlServer server) : BirthsDrillSuite(server);
