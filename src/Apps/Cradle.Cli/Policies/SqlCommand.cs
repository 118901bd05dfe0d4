using System.CommandLine;
using Cradle.Rules.Packs;
using Cradle.Rules.Sql;

namespace Cradle.Cli.Policies;

/// <summary><c>cradle policy sql QUANTITY… [--as-of D] [--totals] [--ddl] [--json]</c>: the statement that answers quantities inside PostgreSQL.</summary>
internal static class SqlCommand
{
    public static Command Create()
    {
        var quantities = new Argument<string[]>("QUANTITY") { Description = "Quantities by id or label; all when left out.", Arity = ArgumentArity.ZeroOrMore };
        var totals = new Option<bool>("--totals") { Description = "Counts and sums instead of a row an answer." };
        var by = new Option<string?>("--by") { Description = "With --totals: by this division of the family as well, e.g. residence.", HelpName = "FACT" };
        var ddl = new Option<bool>("--ddl") { Description = "The tables instead of a statement." };
        var command = new Command("sql", "The statement for PostgreSQL 15 that answers quantities for whole tables of families.") { quantities, Options.AsOf, totals, by, ddl, Options.Pack, Options.Json };
        command.SetAction(parse =>
        {
            var folder = PolicyFolder.ReadSound(parse.GetValue(Options.Pack));
            var json = parse.GetValue(Options.Json);
            if (!parse.GetValue(ddl))
                return Print(folder, parse.GetValue(quantities) ?? [], parse.GetValue(Options.AsOf) ?? Options.Today, parse.GetValue(totals), parse.GetValue(by), json);
            var tables = SqlLayout.Ddl(folder.Pack.Vocabulary);
            if (json)
                JsonOutput.Write(new { Ddl = tables });
            else
                Console.Out.WriteLine(tables);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>A division fact of the family by its name.</summary>
    public static FactDefinition? DivisionOf(PolicyFolder folder, string? name)
    {
        if (name is null)
            return null;
        return folder.Pack.Vocabulary.Find(EntityKind.Family, name) is { Type.Kind: Rules.Binding.ValueKind.Division } fact ? fact
            : throw new UsageException($"--by {name}: the family has no division of that name. The facts stand in vocabulary.yaml.");
    }

    private static int Print(PolicyFolder folder, string[] quantities, DateOnly asOf, bool totals, string? by, bool json)
    {
        var sql = new PolicySql(folder.Compile(), asOf);
        var keys = quantities.Length == 0 ? sql.Keys
            : [.. sql.Keys.Where(key => quantities.Any(name => name == key.Quantity.Header.Id || name == key.Quantity.Header.Label.Zh || name == key.Quantity.Header.Label.En))];
        var strangers = quantities.Where(name => !keys.Any(key => name == key.Quantity.Header.Id || name == key.Quantity.Header.Label.Zh || name == key.Quantity.Header.Label.En)).ToList();
        if (strangers.Count > 0)
        {
            Console.Error.WriteLine($"No quantity with rules is called {string.Join(" or ", strangers)}. `cradle policy where` finds them.");
            return ExitCodes.Finding;
        }

        var statement = $"{(totals ? sql.Totals(keys, DivisionOf(folder, by)) : sql.Answers(keys))};";
        if (json)
        {
            JsonOutput.Write(new { AsOf = asOf, Keys = keys.Select(key => new { key.Index, Name = key.ToString() }), Statement = statement });
            return ExitCodes.Ok;
        }

        foreach (var key in keys)
            Console.Out.WriteLine($"-- {key.Index}: {key}");
        Console.Out.WriteLine(statement);
        return ExitCodes.Ok;
    }
}
