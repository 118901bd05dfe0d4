using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Primitives;
using Cradle.Tests;

namespace Cradle.Modules.Tests.Births;

/// <summary>Children without a certificate of birth from here: born abroad, or adopted. Another paper stands in its place, from the form to the police.</summary>
public abstract class BirthProofTests(PostgreSqlServer? server) : CaseSuite(server)
{
    private const string Foreign = "TYO-2026-118";
    private const string Adoption = "（2026）长收第12号";

    [Fact]
    public async Task A_child_born_abroad_has_no_certificate_item_and_the_police_are_told_where_and_by_which_paper()
    {
        var one = await SubmitAsync(Abroad() with { Papers = [Paper.ForeignBirthCertificate], Children = [new("样例宝宝", Sex.Female, null, Foreign)] });
        Assert.Equal((CaseState.InProgress, "household-registration:Ready medical-insurance:Waiting social-security-card:Waiting vaccination-record:Ready"), (one.State, await SortedAsync(one.Id)));
        await DeliverAsync();
        var told = Department.Last(ServiceGraph.Household).Fields;
        Assert.Equal(("日本", "东京", Foreign), (told["country"], told["foreignPlace"], told["foreignCertificateNumber"]));
        Assert.DoesNotContain("promisedPapers", told.Keys);
        Assert.DoesNotContain(Department.Requests, request => request.Service == ServiceGraph.Certificate);
        await DoneAsync(one.Id, ServiceGraph.Household, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
    }

    [Fact]
    public async Task An_adopted_child_comes_with_the_registration_of_its_adoption_and_whoever_adopted_it_may_be_a_man()
    {
        var one = await SubmitAsync(Adopted() with
        {
            Papers = [Paper.AdoptionRegistration], Mother = new("样例养父", "220104199311200011", Changchun), Father = null, Children = [new("样例宝宝", Sex.Female, null, Adoption)],
        });
        Assert.Equal((CaseState.InProgress, "household-registration:Ready medical-insurance:Waiting social-security-card:Waiting vaccination-record:Ready"), (one.State, await SortedAsync(one.Id)));
        await DeliverAsync();
        var told = Department.Last(ServiceGraph.Household).Fields;
        Assert.Equal(("样例养父", Adoption, false), (told["adopterName"], told["adoptionNumber"], told.ContainsKey("motherName")));
        await DoneAsync(one.Id, ServiceGraph.Household, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
    }

    [Fact]
    public async Task Of_a_birth_abroad_the_country_and_the_paper_are_asked_and_no_certificate_from_here()
    {
        var (_, error) = await TrySubmitAsync(Abroad() with { Country = null, Papers = [Paper.ForeignBirthCertificate], Children = [new("样例宝宝", Sex.Female, "A260000001")] });
        Assert.Equal(["children[0].certificate noCertificate", "children[0].document noDocument", "country country"], Codes(error));
        var (_, both) = await TrySubmitAsync(Form() with { Country = "日本" });
        Assert.Equal(["country twoPlaces"], Codes(both));
        var (_, signs) = await TrySubmitAsync(Adopted() with { Papers = [Paper.AdoptionRegistration], Children = [new("样例宝宝", Sex.Female, null, "<12>")] });
        Assert.Equal(["children[0].document document"], Codes(signs));
    }

    [Fact]
    public async Task Twins_born_abroad_have_a_paper_each()
    {
        var (_, same) = await TrySubmitAsync(Abroad() with { Papers = [Paper.ForeignBirthCertificate], Children = [new("大宝", Sex.Female, null, Foreign), new("小宝", Sex.Male, null, Foreign)] });
        Assert.Equal(["children[1].document sameCertificate"], Codes(same));
    }

    [Fact]
    public async Task A_second_case_of_one_foreign_paper_is_held_and_one_of_the_same_number_in_another_country_is_not()
    {
        var form = Abroad() with { Papers = [Paper.ForeignBirthCertificate], Children = [new("样例宝宝", Sex.Female, null, Foreign)] };
        await SubmitAsync(form);
        var other = new Person("别的母亲", "140105199503040020", null);
        Assert.Equal(CaseState.PreCheck, (await SubmitAsync(form with { Mother = other, Father = null }, "family-2")).State);
        Assert.Equal(CaseState.InProgress, (await SubmitAsync(form with { Mother = other with { Name = "又一位" }, Father = null, Country = "泰国", BirthDate = new DateOnly(2026, 2, 1) }, "family-3")).State);
    }

    [Fact]
    public async Task A_corrected_item_stays_one_of_a_birth_abroad()
    {
        var form = Abroad() with { Papers = [Paper.ForeignBirthCertificate], Children = [new("样例宝宝", Sex.Female, null, Foreign)] };
        var one = await SubmitAsync(form);
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Household), 2, Cradle.Platform.Connectors.RequestState.Returned));
        var item = await ItemAsync(one.Id, ServiceGraph.Household);
        Task<CaseError?> CorrectAsync(NewbornForm sent) => AsFamilyAsync(services => ((ItemService)services.GetService(typeof(ItemService))!).CorrectAsync(item.Id, sent, item.Version, Stop));
        Assert.Equal(["birthplace fixed", "country fixed"], Codes(await CorrectAsync(Form() with { Papers = [] })));
        Assert.Null(await CorrectAsync(form with { ForeignPlace = "东京都港区" }));
    }

    private async Task<string> SortedAsync(Guid caseId) => string.Join(' ', (await StatesAsync(caseId)).Split(' ').Order(StringComparer.Ordinal));

    private static IEnumerable<string> Codes(CaseError? error) => Assert.IsType<CaseError.Form>(error).Problems.Select(problem => $"{problem.Field} {problem.Code}").Order(StringComparer.Ordinal);
}

public sealed class SqliteBirthProofTests() : BirthProofTests(null);

public sealed class PostgreSqlBirthProofTests(PostgreSqlServer server) : BirthProofTests(server);
