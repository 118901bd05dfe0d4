using Cradle.Cli.Databases;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Populations.Synthetic;
using Cradle.Rules.Sql;
using Cradle.Rules.Tests.Packs;
using Npgsql;

namespace Cradle.Rules.Tests.Sql;

/// <summary>Families out of PostgreSQL: what went in comes out, and what is wrong is named.</summary>
public sealed class SqlPopulationTests(PostgreSqlServer server)
{
    private const int Families = 300;
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Families_come_out_as_they_went_in_and_in_the_order_of_their_ids()
    {
        var families = Some();
        await using var source = NpgsqlDataSource.Create(await FillAsync(families));
        var population = new SqlPopulation(source, Day, RealPack.Divisions, new BadRowLog(OnBadRows.Stop));

        var read = population.Read(RealPack.Vocabulary, Stop).ToList();

        Assert.Equal(Families, population.Count);
        Assert.Equal(Enumerable.Range(0, Families).Select(id => $"{id}"), read.Select(record => record.Id));
        families.ForEach(family => new FamilyChecks(family, new FactProblems()).Run());   // facts that follow from others are filled in as for one family
        Assert.Equal(families.Select(Whole), read.Select(record => Whole(record.Facts)));
    }

    [Fact]
    public async Task A_value_that_no_fact_may_have_is_named_with_table_family_and_column_and_its_family_left_out()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "UPDATE parents SET employment = 99 WHERE family_id = 7 AND role = 1");
        var (rows, read) = await ReadAsync(connection);

        var row = Assert.Single(rows);
        Assert.Equal(("parents", 7, "employment"), (row.File, row.Line, row.Field));
        Assert.Equal(Families - 1, read.Count);
        Assert.DoesNotContain(read, record => record.Id == "7");
    }

    [Fact]
    public async Task A_child_without_family_is_reported_wherever_its_id_lies()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "INSERT INTO children (family_id, position) VALUES (-5, 0), (1000000, 0)");
        var (rows, read) = await ReadAsync(connection);

        Assert.Equal([-5, 1000000], rows.Select(row => row.Line));
        Assert.All(rows, row => Assert.Equal("children", row.File));
        Assert.Equal(Families, read.Count);
    }

    [Fact]
    public async Task A_child_on_a_list_that_is_said_to_be_unknown_leaves_the_family_out()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "UPDATE families SET children_known = false; DELETE FROM children WHERE family_id <> 3; INSERT INTO children (family_id, position) VALUES (3, 90)");
        var (rows, read) = await ReadAsync(connection);

        Assert.All(rows, row => Assert.Equal(("children", 3), (row.File, row.Line)));
        Assert.NotEmpty(rows);
        Assert.Equal(Families - 1, read.Count);
    }

    [Fact]
    public async Task The_first_bad_row_ends_the_reading_where_that_is_chosen()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "UPDATE parents SET employment = 99 WHERE family_id = 7");
        await using var source = NpgsqlDataSource.Create(connection);
        var population = new SqlPopulation(source, Day, RealPack.Divisions, new BadRowLog(OnBadRows.Stop));

        Assert.Throws<BadRowsException>(() => population.Read(RealPack.Vocabulary, Stop).Count());
    }

    [Fact]
    public async Task A_place_is_taken_as_in_a_file_but_a_retired_code_is_named()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "UPDATE families SET residence = 310115 WHERE family_id = 7; UPDATE families SET residence = 220724 WHERE family_id = 8");   // Shanghai, whose counties are not on file; 扶余县
        var (rows, read) = await ReadAsync(connection);

        var row = Assert.Single(rows);
        Assert.Equal(("families", 8, "residence"), (row.File, row.Line, row.Field));
        Assert.Contains("220781", row.Reason.En, StringComparison.Ordinal);
        Assert.Contains(read, record => record.Id == "7");
    }

    [Fact]
    public async Task A_column_of_another_type_and_more_elders_than_a_parent_may_have_are_named()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "UPDATE parents SET elders_known = true WHERE family_id = 7; INSERT INTO elders (family_id, role, position) SELECT 7, 0, 40 + number FROM generate_series(1, 5) AS number");
        var (rows, _) = await ReadAsync(connection);
        Assert.Contains("elders of one parent", Assert.Single(rows).Reason.En, StringComparison.Ordinal);

        await RunAsync(connection, "ALTER TABLE children ALTER COLUMN birth_date TYPE text");
        Assert.Contains("children: ", (await Assert.ThrowsAsync<PopulationFileException>(() => ReadAsync(connection))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_is_missing_is_named()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "ALTER TABLE children DROP COLUMN babies");
        await using var source = NpgsqlDataSource.Create(connection);
        var population = new SqlPopulation(source, Day, RealPack.Divisions, new BadRowLog(OnBadRows.Stop));

        var failure = Assert.Throws<PopulationFileException>(() => population.Read(RealPack.Vocabulary, Stop).Count());
        Assert.Contains("children: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("babies", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comment_of_the_table_says_what_the_families_are()
    {
        var connection = await FillAsync(Some());
        await RunAsync(connection, "COMMENT ON TABLE families IS E'synthetic: true\nas-of: 2025-12-31\nscale: 10/1\nlabel: 试算'");
        await using var source = NpgsqlDataSource.Create(connection);
        var population = new SqlPopulation(source, Day, RealPack.Divisions, new BadRowLog(OnBadRows.Stop));

        Assert.True(population.Header.IsSynthetic);
        Assert.Equal((new DateOnly(2025, 12, 31), new SampleScale(10, 1), "试算"), (population.Header.AsOf, population.Header.Scale, population.Header.Label.Zh));
        Assert.Equal(new DateOnly(2025, 12, 31), population.Read(RealPack.Vocabulary, Stop).First().Facts.AsOf);
    }

    [Fact]
    public async Task The_fingerprint_changes_with_any_fact_and_with_nothing_else()
    {
        var connection = await FillAsync(Some());
        var before = await FingerprintAsync(connection);
        await RunAsync(connection, "VACUUM families");
        Assert.Equal(before, await FingerprintAsync(connection));
        await RunAsync(connection, "UPDATE children SET babies = 3 WHERE family_id = (SELECT max(family_id) FROM children)");
        Assert.NotEqual(before, await FingerprintAsync(connection));
    }

    private static async Task<string> FingerprintAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        return new SqlPopulation(source, Day, RealPack.Divisions, new BadRowLog(OnBadRows.Stop)).Fingerprint;
    }

    private static List<FamilyFacts> Some() => [.. new SyntheticPopulation(
        new SyntheticRequest(22, Families * 2, Day, 1), BirthSeries.Load(Repository.PathOf("data", "facts"), RealPack.Divisions),
        SyntheticAssumptions.Load(Repository.PathOf("data", "synthetic", "assumptions.yaml")), RealPack.Divisions).Read(RealPack.Vocabulary, Stop).Select(record => record.Facts).Take(Families)];

    private static async Task<(List<BadRow> Rows, List<FamilyRecord> Read)> ReadAsync(string connection)
    {
        var rows = new List<BadRow>();
        await using var source = NpgsqlDataSource.Create(connection);
        var population = new SqlPopulation(source, Day, RealPack.Divisions, new BadRowLog(OnBadRows.Skip, rows.Add));
        return (rows, population.Read(RealPack.Vocabulary, Stop).ToList());
    }

    private async Task<string> FillAsync(List<FamilyFacts> families)
    {
        var builder = new PopulationBuilder(RealPack.Vocabulary);
        foreach (var family in families)
            builder.Add(family);
        var connection = await server.CreateDatabaseAsync();
        await using var database = PopulationDatabase.Open(connection);
        await database.CreateAsync(RealPack.Vocabulary, Stop);
        await database.LoadAsync(builder.Build(), Stop);
        return connection;
    }

    private static async Task RunAsync(string connection, string text)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(text);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static string Whole(FamilyFacts family) => string.Join(" | ",
        new[] { Facts(family, EntityKind.Family, family.Family), Facts(family, EntityKind.Parent, family.Mother), Facts(family, EntityKind.Parent, family.Father) }
            .Concat(List(family, EntityKind.Child, family.Children)).Concat(List(family, EntityKind.Elder, family.MotherElders)).Concat(List(family, EntityKind.Elder, family.FatherElders)));

    private static IEnumerable<string> List(FamilyFacts family, EntityKind entity, List<EntityFacts>? items) =>
        items is null ? ["unknown"] : items.Select(item => Facts(family, entity, item)).Append("end");

    private static string Facts(FamilyFacts family, EntityKind entity, EntityFacts facts) =>
        string.Join(",", family.Vocabulary.FactsOf(entity).Select(fact => facts.TryGet(fact.Slot, out var value) ? $"{value}" : "?"));
}
