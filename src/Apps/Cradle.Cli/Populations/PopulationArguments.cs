using System.CommandLine;
using System.Globalization;
using Cradle.Cli.Policies;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Populations.Synthetic;
using Cradle.Rules.Sql;
using Npgsql;

namespace Cradle.Cli.Populations;

/// <summary>How the commands name a population: a folder of tables, one table, a column file, <c>synthetic:22:10000</c>, or <c>postgresql:Host=…</c>.</summary>
internal static class PopulationArguments
{
    public const string Forms = "A folder with families.csv (children.csv, elders.csv), one wide .csv, a column file .cpop, synthetic:DIVISION:FAMILIES, or postgresql:CONNECTION for the tables of `cradle policy sql --ddl`.";

    private const string Database = "postgresql:";

    public static readonly Option<string?> Mapping = new("--mapping") { Description = "What foreign headers and words mean (YAML).", HelpName = "FILE" };

    public static readonly Option<string> OnBadRows = new Option<string>("--on-bad-rows") { Description = "stop: answer nothing; skip: leave the family out.", DefaultValueFactory = _ => "stop" }.AcceptOnlyFromAmong("stop", "skip");

    public static readonly Option<string?> BadRows = new("--bad-rows") { Description = "Where to list bad rows, as CSV.", HelpName = "FILE" };

    public static readonly Option<ulong> Seed = new("--seed") { Description = "Of synthetic families and of projected births.", DefaultValueFactory = _ => 1 };

    public static readonly Option<string?> Assumptions = new("--assumptions") { Description = "Other assumptions for synthetic families (YAML).", HelpName = "FILE" };

    /// <summary>Opens what was named.</summary>
    /// <param name="named">The population.</param>
    /// <param name="parse">The other options.</param>
    /// <param name="asOf">The day of the facts where the population names none.</param>
    /// <param name="log">Takes bad rows.</param>
    /// <param name="drawn">The day of synthetic families where it is another.</param>
    public static PopulationSource Open(string named, ParseResult parse, DateOnly asOf, BadRowLog log, DateOnly? drawn = null)
    {
        if (named.StartsWith("synthetic:", StringComparison.Ordinal))
        {
            var parts = named.Split(':');
            return parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var families)
                ? Synthetic(parts[1], families, drawn ?? asOf, parse)
                : throw new UsageException($"{named}: write it as synthetic:22:10000, a division and how many families.");
        }

        if (named.StartsWith(Database, StringComparison.Ordinal))
            return OpenDatabase(named[Database.Length..], asOf, log);
        if (!File.Exists(named) && !Directory.Exists(named))
            throw new UsageException($"There is no population at {named}. {Forms}");
        if (named.EndsWith(ColumnFile.Ending, StringComparison.Ordinal))
            return new ColumnPopulation(named, asOf);
        return new CsvPopulation(CsvFiles.At(named, parse.GetValue(Mapping) is { } mapping ? ColumnMapping.Load(mapping) : null), asOf, PolicyFolder.Divisions, log);
    }

    private static SqlPopulation OpenDatabase(string connection, DateOnly asOf, BadRowLog log)
    {
        try
        {
            return new SqlPopulation(NpgsqlDataSource.Create(connection), asOf, PolicyFolder.Divisions, log);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"{Database}…: {exception.Message} Write {Database}Host=…;Username=…;Database=….");
        }
    }

    public static SyntheticPopulation Synthetic(string division, int families, DateOnly asOf, ParseResult parse)
    {
        if (!DivisionCode.TryParse(division, out var code) || PolicyFolder.Divisions.Find(code) is null)
            throw new UsageException($"There is no division {division} on file. Write 00, 22, 2201 or 220104.");
        if (code.HasLawOfItsOwn)
            throw new UsageException($"{division}: the rules kept here do not apply in Hong Kong, Macao or Taiwan, and no births of theirs are on file.");
        if (families < 1)
            throw new UsageException("Ask for at least one family.");
        return new SyntheticPopulation(
            new SyntheticRequest(int.Parse(code.ToString(), CultureInfo.InvariantCulture), families, asOf, parse.GetValue(Seed)),
            BirthSeries.Load(Folders.Facts, PolicyFolder.Divisions), SyntheticAssumptions.Load(parse.GetValue(Assumptions) ?? Folders.Assumptions), PolicyFolder.Divisions);
    }

    /// <summary>The files beside a population that decide what its families are.</summary>
    public static IReadOnlyList<string> Inputs(ParseResult parse) =>
        [.. Directory.EnumerateFiles(Folders.Facts).Order(StringComparer.Ordinal), parse.GetValue(Assumptions) ?? Folders.Assumptions, .. new[] { parse.GetValue(Mapping) }.OfType<string>()];

    /// <summary>Runs something that adds families up; sums beyond 64 bits are said to be that.</summary>
    public static int Summed(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is OverflowException or AggregateException { InnerException: OverflowException })
        {
            throw new UsageException("A sum is larger than 64 bits hold. Check the weights, the scale of the population and the figures of the rules.");
        }
    }

    public static OnBadRows PolicyOf(ParseResult parse) => parse.GetValue(OnBadRows) == "skip" ? Rules.Populations.Files.OnBadRows.Skip : Rules.Populations.Files.OnBadRows.Stop;

    public static Language Language(ParseResult parse) => Options.Language(parse);
}
