using System.Reflection;
using Cradle.Births;
using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Births.Items;
using Cradle.Births.LegacyFees;
using Cradle.Births.Losses;
using Cradle.Births.Promises;
using Cradle.Births.Registrations;
using Cradle.Births.Work;
using Cradle.Platform.Access;
using Cradle.Platform.Connectors;
using Cradle.Platform.Files;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

/// <summary>Whatever people write in their own words, in whatever form of the module, holds no identity or mobile number: the forms and columns are found, and each of their texts is one of the two lists here.</summary>
public sealed class FreeTextTests() : CaseSuite(null)
{
    private const string Phone = "请打 13800000000";
    private const string Identity = "见 220104199503040024 的材料";

    // Read as a name, number, place, amount or account, and refused when it is none; a number in it has a field of its own.
    private static readonly HashSet<string> Structured =
    [
        // members nobody knows are named and never kept
        "CaseRequest.Unknown", "ChildRequest.Unknown", "ParentRequest.Unknown", "RegistrationRequest.Unknown",
        "NewbornInput.Residence", "NewbornInput.Household", "NewbornInput.Birthplace", "NewbornInput.Phone", "NewbornInput.HasConsent", "PersonInput.Name", "PersonInput.IdNumber", "PersonInput.Household", "ChildInput.Name", "ChildInput.Certificate",
        "ChildInput.Document", "RegistrationInput.Residence", "RegistrationInput.Phone", "RegistrationInput.HasConsent", "BillInput.Amount", "ClaimModel.Number", "ClaimModel.IdNumber", "IndexModel.DecisionNumber", "IndexModel.IdNumber", "IndexModel.Number",
        "HandOverModel.From", "HandOverModel.To", "CaseModel.Name.childName", "CaseModel.Item.what", "CaseModel.Item.number", "PaperModel.Kind", "ReconciliationModel..service", "ReconciliationModel..division", "IndexModel.Archive.chosen",
        "CaseRequest.Residence", "CaseRequest.Household", "CaseRequest.Birthplace", "CaseRequest.Phone", "ParentRequest.Name", "ParentRequest.IdNumber", "ParentRequest.Household", "ChildRequest.Name", "ChildRequest.Certificate", "ChildRequest.Document",
        "RegistrationRequest.Residence", "RegistrationRequest.Phone", "RegistrationList.姓名", "RegistrationList.身份证号", "RegistrationList.户籍地代码", "RegistrationList.预产期", "RegistrationList.出生日期", "RegistrationList.常住地代码", "RegistrationList.手机号",
        "RegistrationList.另一位家长姓名", "RegistrationList.另一位家长身份证号", "RegistrationList.本人同意代办", "LegacyFeeList.决定日期", "LegacyFeeList.身份证号", "LegacyFeeList.另一当事人身份证号", "LegacyFeeList.决定书所写孩次", "LegacyFeeList.决定金额（元）", "LegacyFeeList.已收金额（元）",
    ];

    /// <summary>Each text in people's own words, and what becomes of one that is written into it.</summary>
    private Dictionary<string, Func<string, Task<bool>>> Written => new()
    {
        ["NewbornInput.Hospital"] = text => FormAsync(Form() with { Hospital = text }),
        ["NewbornInput.Country"] = text => FormAsync(Abroad() with { Country = text }),
        ["NewbornInput.ForeignPlace"] = text => FormAsync(Abroad() with { ForeignPlace = text }),
        ["CaseRequest.Hospital"] = text => FormAsync(Form() with { Hospital = text }),
        ["CaseRequest.Country"] = text => FormAsync(Abroad() with { Country = text }),
        ["CaseRequest.ForeignPlace"] = text => FormAsync(Abroad() with { ForeignPlace = text }),
        ["BillInput.Invoice"] = BillAsync,
        ["CaseModel.Decide.reason"] = text => OfCaseAsync((services, one) => services.GetRequiredService<CaseService>().DecideAsync(one.Id, CaseAction.Reject, one.Version, text, Stop)),
        ["CaseModel.TakeBack.mistake"] = text => OfCaseAsync((services, one) => services.GetRequiredService<LossRetraction>().OfChildAsync(one.Id, one.Version, text, Stop)),
        ["RegistrationModel.TakeBack.mistake"] = text => OfCaseAsync((services, _) => services.GetRequiredService<LossRetraction>().OfRegistrationAsync(Guid.NewGuid(), 0, text, Stop)),
        ["CaseModel.Unmask.why"] = text => OfCaseAsync((services, one) => services.GetRequiredService<CaseService>().UnmaskAsync(one.Id, text, Stop)),
        ["CaseModel.SendBack.wrong"] = text => OfCaseAsync((services, _) => services.GetRequiredService<PromiseService>().SendBackAsync(Guid.NewGuid(), 0, null, text, Stop)),
        ["CaseModel.Item.reason"] = text => BothAsync(text, (services, again) => again
            ? services.GetRequiredService<ItemService>().SendAgainAsync(Guid.NewGuid(), 0, text, Stop) : services.GetRequiredService<ItemService>().RecordByHandAsync(Guid.NewGuid(), 0, "1", text, Stop)),
        ["CaseModel.Appeal.reason"] = text => OfCaseAsync((services, one) => services.GetRequiredService<CaseService>().AppealAsync(one.Id, one.Version, text, Stop)),
        ["CaseModel.AppealItem.reason"] = text => OfCaseAsync((services, _) => services.GetRequiredService<ItemService>().AppealAsync(Guid.NewGuid(), 0, text, Stop)),
        ["CaseModel.Rate.ratingText"] = text => OfCaseAsync((services, one) => services.GetRequiredService<CaseService>().RateAsync(one.Id, 1, text, Stop)),
        ["HandOverModel.Reason"] = text => OfCaseAsync(async (services, _) => (await services.GetRequiredService<WorkService>().HandOverAsync([new HeldRole(Role.Supervisor, Changchun)], "a", "b", text, Stop)).Error),
        ["RegistrationModel.Decide.reason"] = text => OfCaseAsync((services, _) => services.GetRequiredService<RegistrationService>().DecideAsync(Guid.NewGuid(), RegistrationAction.AskCorrection, 0, text, Stop)),
        ["RegistrationModel.Answer.answer"] = text => OfCaseAsync((services, _) => services.GetRequiredService<RegistrationService>().AnswerAsync(Guid.NewGuid(), PlaceQueryAction.Differ, 0, text, Stop)),
        ["RegistrationModel.Note.note"] = text => OfCaseAsync((services, _) => services.GetRequiredService<RegistrationService>().NoteAsync(Guid.NewGuid(), ConsultationChannel.Phone, text, Stop)),
        ["CaseModel..text"] = text => OfCaseAsync((services, _) => services.GetRequiredService<LegacyFeeService>().MoveAsync(Guid.NewGuid(), LegacyFeeAction.ClassifyByHand, 0, text, Stop)),
        ["CaseModel..why"] = text => OfCaseAsync((services, _) => services.GetRequiredService<LegacyFeeService>().MoveAsync(Guid.NewGuid(), LegacyFeeAction.TakeOut, 0, text, Stop)),
        ["LegacyFeeList.决定书文号"] = text => FeeAsync("决定书文号", text),
        ["LegacyFeeList.当事人姓名"] = text => FeeAsync("当事人姓名", text),
        ["LegacyFeeList.另一当事人"] = text => FeeAsync("另一当事人", text),
        ["LegacyFeeList.执行情况"] = text => FeeAsync("执行情况", text),
    };

    [Fact]
    public async Task Every_text_of_the_module_is_either_read_as_something_or_refused_with_a_number_in_it()
    {
        var found = Inputs().ToHashSet(StringComparer.Ordinal);
        Assert.True(found.Count > 50, $"only {found.Count} were found");
        Assert.Empty(found.Except(Structured).Except(Written.Keys));
        Assert.Empty(Structured.Concat(Written.Keys).Except(found));
        foreach (var (input, isRefused) in Written)
        {
            foreach (var text in new[] { Phone, Identity })
                Assert.True(await isRefused(text), $"{input} takes “{text}”");
        }
    }

    [Fact]
    public async Task What_a_department_writes_is_masked_where_it_is_kept()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Certificate), 2, RequestState.Returned) with { Reason = Identity, Remedy = Phone });
        var item = await ItemAsync(one.Id, ServiceGraph.Certificate);
        Assert.Equal(("见 2201****24 的材料", "请打 138****0000"), (item.Reason, item.Remedy));
    }

    private static IEnumerable<string> Inputs()
    {
        var types = typeof(BirthsModule).Assembly.GetTypes();
        var pages = types.Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract).ToList();
        return pages.SelectMany(page => OfType(page, page.GetProperties().Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is not null)))
            .Concat(pages.SelectMany(page => page.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).SelectMany(method => OfMethod(page, method))))
            .Concat(types.Where(type => type is { IsClass: true, IsPublic: true } && type.Name.EndsWith("Request", StringComparison.Ordinal)).SelectMany(request => OfType(request, request.GetProperties())))
            .Concat(new FeeAbolitionOf().Spec.Columns.Select(column => $"{nameof(LegacyFeeList)}.{column.Heading}"))
            .Concat(RegistrationList.On(new DateOnly(2026, 3, 2)).Columns.Select(column => $"{nameof(RegistrationList)}.{column.Heading}"));
    }

    private static IEnumerable<string> OfMethod(Type page, MethodInfo method) => method.GetParameters()
        .Where(parameter => parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(string[]))
        .Select(parameter => $"{page.Name}.{method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)}.{parameter.Name}");

    // A member that is a form of its own is looked into.
    private static IEnumerable<string> OfType(Type type, IEnumerable<PropertyInfo> members)
    {
        foreach (var member in members.Where(member => member.CanWrite))
        {
            var of = member.PropertyType.IsGenericType && member.PropertyType != typeof(Guid?) ? member.PropertyType.GetGenericArguments()[0] : member.PropertyType;
            if (of == typeof(string))
                yield return $"{type.Name}.{member.Name}";
            else if (of.Assembly == typeof(BirthsModule).Assembly && of.IsClass)
                foreach (var inner in OfType(of, of.GetProperties()))
                    yield return inner;
        }
    }

    private async Task<bool> FormAsync(NewbornForm form) => (await TrySubmitAsync(form)).Error is CaseError.Form { Problems: var problems } && problems.Any(problem => problem.Code == "number");

    private async Task<bool> OfCaseAsync(Func<IServiceProvider, JointCase, Task<CaseError?>> act)
    {
        var one = new JointCase { Id = Guid.NewGuid(), Number = "1", Together = Guid.NewGuid(), Applicant = Family, Division = Changchun, BirthDate = default, Order = 1, Babies = 1, Form = null!, Birth = null!, BirthIndex = [], Created = default };
        return await AsOfficerAsync(services => act(services, one)) is CaseError.NumberInWords or CaseError.Form { Problems: [{ Code: "number" }] };
    }

    private async Task<bool> BothAsync(string text, Func<IServiceProvider, bool, Task<CaseError?>> act) => await OfCaseAsync((services, _) => act(services, true)) && await OfCaseAsync((services, _) => act(services, false));

    private async Task<bool> BillAsync(string text)
    {
        var one = await InDatabaseAsync(database => database.Set<JointCase>().AsNoTracking().FirstOrDefaultAsync(row => row.State == CaseState.InProgress, Stop));
        if (one is null)
        {
            one = await SubmitAsync(Form());
            await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household, ServiceGraph.Insurance);
        }

        var error = await AsFamilyAsync(services => services.GetRequiredService<BillSettlements>().AskAsync(one.Id, one.Version, [new MedicalBill(new DateOnly(2026, 2, 25), Money.FromYuan(1), text)], Stop));
        return error is CaseError.Form { Problems: var problems } && problems.Any(problem => problem.Code == "number");
    }

    private static Task<bool> FeeAsync(string column, string text)
    {
        var spec = new FeeAbolitionOf().Spec;
        var cells = spec.Columns.Select(other => other.Heading == column ? text : other.Heading switch { "身份证号" => "220104199311200011", "决定日期" => "2018-05-02", _ => other.Example ?? "" });
        var csv = $"{string.Join(',', spec.Columns.Select(other => other.Heading))}\n{string.Join(',', cells)}\n";
        return Task.FromResult(spec.Read(System.Text.Encoding.UTF8.GetBytes(csv), "list.csv").Findings.Any(finding => finding.Column == column && finding.En.Contains("identity or mobile number", StringComparison.Ordinal)));
    }

    private sealed class FeeAbolitionOf
    {
        public ImportSpec<LegacyFeeRow> Spec { get; } = LegacyFeeList.Of(DivisionCode.Parse("2201"), new(new DateOnly(2021, 8, 20), "rule", ["000/二（一）"]));
    }
}
