using Cradle.Allocation.Input;
using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Centers;
using Cradle.Allocation.Siting.Tables;
using Shouldly;

namespace Cradle.Allocation.Tests.Siting;

public sealed class SitingReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cradle-siting-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Covering_opens_the_site_that_reaches_most_demand()
    {
        // a line of points at 0, 1 and 10 with demand 3, 3 and 5; one site, radius 2: at 0 it reaches 6, at 10 only 5
        var (tables, plan) = Solve("objective,cover\nradius,2\nsites,1", "site,x,y\nleft,0,0\nright,10,0", "point,x,y,demand\na,0,0,3\nb,1,0,3\nc,10,0,5");

        Opened(tables, plan).ShouldBe(["left"]);
        tables.Covered(plan).ShouldBe(6);
        plan.Objective.ShouldBe(5);
        tables.WorstDistance(plan).ShouldBe(10);
    }

    [Fact]
    public void A_site_opens_in_the_period_in_which_its_demand_comes_when_that_is_cheaper_to_reach()
    {
        // nobody near "right" in the first period; both sites may open, so everybody has distance 0 in the end
        var (tables, plan) = Solve("sites,2", "site,x,y\nleft,0,0\nright,10,0", "point,x,y,demand:1,demand:2\na,0,0,3,3\nc,10,0,0,5");

        plan.Objective.ShouldBe(0);
        Opened(tables, plan).ShouldBe(["left", "right"]);
        tables.Customers.Count.ShouldBe(4);
    }

    [Fact]
    public void A_district_gets_its_least_number_of_places_though_demand_lies_elsewhere()
    {
        // 1,000 persons in "east" need 4.5 places; its only site holds 5, so of two sites one must be there
        File.WriteAllText(Path.Combine(folder, "districts.csv"), "district,population\neast,1000\nwest,0\n");
        var (tables, plan) = Solve(
            "sites,1\nplaces-per-thousand,4.5", "site,x,y,capacity,district\nleft,0,0,20,west\nright,10,0,5,east", "point,x,y,demand\na,0,0,3");

        Opened(tables, plan).ShouldBe(["right"]);
        plan.Objective.ShouldBe(30);
    }

    [Fact]
    public void An_existing_site_is_enlarged_where_that_costs_less_than_a_new_one()
    {
        // demand 8; the existing site holds 5, enlarged 10 for 4; the new one costs 9
        var (tables, plan) = Solve(
            "objective,cost", "site,x,y,cost,capacity,existing,upgrade-capacity,upgrade-cost\nold,0,0,0,5,yes,5,4\nnew,0,0,9,10,no,0,0", "point,x,y,demand\na,0,0,4\nb,0,0,4");

        plan.Open.Select(option => (tables.Options[option].Site, tables.Options[option].Kind)).ShouldBe([("old", SiteOptionKind.Enlarged)]);
        plan.Objective.ShouldBe(4);
    }

    [Fact]
    public void The_longest_way_comes_first_where_the_worst_served_count()
    {
        // points at 0, 1, 2 with demand 9 each and at 10 with demand 1, one site: the median lies at 1 (longest way 9), the centre at 5 (longest way 5)
        Write("objective,center\nsites,1", "site,x,y\nmedian,1,0\nmiddle,5,0\nfar,6,0", "point,x,y,demand\na,0,0,9\nb,1,0,9\nc,2,0,9\nd,10,0,1\nnobody,90,0,0");
        var tables = SitingReader.Read(folder);

        var result = CenterSolver.Solve(tables.Problem, tables.Distances, cancellation: TestContext.Current.CancellationToken);

        (result.Distance, result.DistanceBound).ShouldBe((5, 5));
        Opened(tables, result.Siting.Plan!).ShouldBe(["middle"]);
        tables.WorstDistance(result.Siting.Plan!).ShouldBe(5);
    }

    [Theory]
    [InlineData("objective,best", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,1", "settings.csv", "objective")]
    [InlineData("objective,cover", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,1", "settings.csv", "")]
    [InlineData("colour,red", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,1", "settings.csv", "key")]
    [InlineData("sites,1.5", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,1", "settings.csv", "sites")]
    [InlineData("sites,1", "site,x,y,x\ns,0,0,1", "point,x,y,demand\na,0,0,1", "sites.csv", "")]
    [InlineData("sites,1", "site,x,y\ns,0,0", "point,x,y,demand:1,demand:3\na,0,0,1,1", "demand.csv", "demand:3")]
    [InlineData("sites,1", "site,x,y\ns,east,0", "point,x,y,demand\na,0,0,1", "sites.csv", "x")]
    [InlineData("sites,1", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,-1", "demand.csv", "demand")]
    public void A_broken_table_is_refused_with_file_and_column(string settings, string sites, string demand, string file, string column)
    {
        Write(settings, sites, demand);

        var problem = Should.Throw<InputException>(() => SitingReader.Read(folder)).Problems.ShouldHaveSingleItem();

        (Path.GetFileName(problem.File), problem.Column).ShouldBe((file, column));
    }

    [Theory]
    [InlineData("sites,1", "site,x,y\ns,east,0", "point,x,y,demand\na,0,0,1", "write digits")]
    [InlineData("sites,1", "site,x,y\ns,0,0\ns,0,0", "point,x,y,demand\na,0,0,1", "keep one of them")]
    [InlineData("objective,cover", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,1", "add a row such as radius,500")]
    [InlineData("sites,1", "site,x\ns,0", "point,x,y,demand\na,0,0,1", "add them to the header")]
    public void What_is_wrong_comes_with_how_to_mend_it(string settings, string sites, string demand, string remedy)
    {
        Write(settings, sites, demand);

        Should.Throw<InputException>(() => SitingReader.Read(folder)).Problems.ShouldHaveSingleItem().Problem.ShouldContain(remedy);
    }

    [Fact]
    public void A_control_character_of_a_cell_stands_escaped_in_the_message()
    {
        Write("sites,1", "site,x,y\ns,\u001B[2J,0", "point,x,y,demand\na,0,0,1");

        var message = Should.Throw<InputException>(() => SitingReader.Read(folder)).Problems.ShouldHaveSingleItem().ToString();

        message.ShouldContain("'\\u001B[2J' is not a number");
        message.ShouldNotContain("\u001B");
    }

    [Fact]
    public void A_quote_that_is_not_closed_is_refused_in_the_line_where_it_opens()
    {
        Write("sites,1", "site,x,y,district\n\"s\n1\",0,0,\"east\nt,0,0,west", "point,x,y,demand\na,0,0,1");

        var problem = Should.Throw<InputException>(() => SitingReader.Read(folder)).Problems.ShouldHaveSingleItem();

        (Path.GetFileName(problem.File), problem.Line).ShouldBe(("sites.csv", 3));
        problem.Problem.ShouldContain("a quote opens here and is not closed");
    }

    [Fact]
    public void A_quote_that_takes_in_more_than_a_row_may_hold_is_refused_in_its_line()
    {
        Write("sites,1", "site,x,y,district\nt,0,0,west\ns,0,0,\"east\n" + new string('x', 17_000_000), "point,x,y,demand\na,0,0,1");

        Should.Throw<InputException>(() => SitingReader.Read(folder)).Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void A_table_that_is_not_UTF_8_is_refused_and_not_read_with_signs_replaced()
    {
        Write("sites,1", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,1");
        // 点 in GB 18030
        File.WriteAllBytes(Path.Combine(folder, "sites.csv"), [.. "site,x,y\n"u8, 0xB5, 0xE3, .. ",0,0\n"u8]);

        Should.Throw<InputException>(() => SitingReader.Read(folder)).Problems.ShouldContain(problem => problem.Problem.Contains("UTF-8"));
    }

    [Fact]
    public void A_way_that_stands_twice_is_refused()
    {
        Write("distance,table", "site,x,y\ns,0,0", "point,x,y,demand\na,0,0,1");
        File.WriteAllText(Path.Combine(folder, "distances.csv"), "site,point,distance\ns,a,1\ns,a,5\n");

        var problem = Should.Throw<InputException>(() => SitingReader.Read(folder)).Problems.ShouldHaveSingleItem();

        (problem.Line, problem.Column).ShouldBe((3, "distance"));
    }

    [Theory]
    [InlineData("max-distance,1", "site,x,y,capacity\ns,0,0,9", "point,x,y,demand\na,0,5,1", "'a'")]
    [InlineData("sites,1", "site,x,y,capacity\ns,0,0,0\nt,0,0,2", "point,x,y,demand\na,0,0,3", "hold 2")]
    public void What_makes_a_plan_impossible_is_named(string settings, string sites, string demand, string reason)
    {
        Write(settings, sites, demand);
        var tables = SitingReader.Read(folder);

        SitingSolver.Solve(tables.Problem, cancellation: TestContext.Current.CancellationToken).IsInfeasible.ShouldBeTrue();
        Impossibilities.Of(tables).ShouldHaveSingleItem().ShouldContain(reason);
    }

    private static IEnumerable<string> Opened(SitingTables tables, SitingPlan plan) => plan.Open.Select(option => tables.Options[option].Site);

    private (SitingTables Tables, SitingPlan Plan) Solve(string settings, string sites, string demand)
    {
        Write(settings, sites, demand);
        var tables = SitingReader.Read(folder);
        var result = SitingSolver.Solve(tables.Problem, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(10) }, TestContext.Current.CancellationToken);
        result.Gap.ShouldBe(0);
        return (tables, result.Plan!);
    }

    private void Write(string settings, string sites, string demand)
    {
        File.WriteAllText(Path.Combine(folder, "settings.csv"), "key,value\n" + settings + "\n");
        File.WriteAllText(Path.Combine(folder, "sites.csv"), sites + "\n");
        File.WriteAllText(Path.Combine(folder, "demand.csv"), demand + "\n");
    }
}
