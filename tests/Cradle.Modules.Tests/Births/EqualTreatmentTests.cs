using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

public abstract class EqualTreatmentTests(PostgreSqlServer? server) : CaseSuite(server)
{
    private static readonly DivisionCode Heilongjiang = DivisionCode.Parse("23");

    [Fact]
    public async Task S10_1_A_child_of_parents_from_Heilongjiang_is_treated_equally_from_the_day_of_its_registration_in_Changchun()
    {
        var one = await SubmitAsync(Form() with { Mother = new Person("样例母亲", "220104199503040024", Heilongjiang), Father = null });
        await DoneAsync(one.Id, ServiceGraph.Certificate);
        Clock.Advance(TimeSpan.FromDays(3));
        await DoneAsync(one.Id, ServiceGraph.Household);
        Clock.Advance(TimeSpan.FromDays(30));   // the rest comes later; the day is that of the registration
        await DoneAsync(one.Id, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(new DateOnly(2026, 3, 5), (await EqualAsync(one.Id)).From);
    }

    [Fact]
    public async Task S10_3_While_the_child_is_not_registered_there_is_no_flag_and_a_hint_how_to_apply()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate);
        var equal = await EqualAsync(one.Id);
        Assert.Null(equal.From);
        Assert.Contains("出生一件事", equal.Says.Zh, StringComparison.Ordinal);
        Assert.Contains("不要就业、房产证明", equal.Says.Zh, StringComparison.Ordinal);
    }

    private Task<EqualTreatment> EqualAsync(Guid id) => AsFamilyAsync(services => services.GetRequiredService<ChildRecords>().EqualTreatmentAsync(id, Stop));
}

public sealed class SqliteEqualTreatmentTests() : EqualTreatmentTests(null);

public sealed class PostgreSqlEqualTreatmentTests(PostgreSqlServer server) : EqualTreatmentTests(server);
