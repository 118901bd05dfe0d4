using System.Globalization;
using System.Text.Json.Nodes;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>How a question is answered on a page.</summary>
public enum QuestionKind
{
    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>Any of a list.</summary>
    Choices,

    /// <summary>A date.</summary>
    Date,

    /// <summary>The date of a birth, or the due date.</summary>
    Birth,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A number or an amount.</summary>
    Number,

    /// <summary>How many.</summary>
    Count,
}

/// <summary>One question as a page shows it, and how its answer is read.</summary>
public sealed class QuestionForm
{
    private const int UsualChildren = 6;
    private const int MostEldersAsked = 2;

    private readonly Language _language = PolicyLibrary.Language;
    private readonly FamilyDraft _draft;
    private readonly bool _all;

    /// <param name="path">The fact asked for.</param>
    /// <param name="draft">What is answered so far.</param>
    /// <param name="all">Whether to offer every number of children that is taken, not only those that families usually have.</param>
    public QuestionForm(FactPath path, FamilyDraft draft, bool all = false)
    {
        Path = path;
        _draft = draft;
        _all = all || draft.Births.Count > UsualChildren;
        Current = draft[path];
        DueDate = path.Fact?.Path == "birth_date" && path.Root == PathRoot.Child ? Day(draft.DueDate(path)) : null;
    }

    public FactPath Path { get; }

    public JsonNode? Current { get; }

    public DateOnly? DueDate { get; }

    /// <summary>The question; with several children it says which one is meant.</summary>
    public string Text
    {
        get
        {
            if (Path.Root != PathRoot.Child || _draft.Births.Count <= 1)
                return Question(Path);
            var (child, question) = (ChildOf(Path), Question(Path with { Index = 0 }));
            return question.StartsWith("孩子", StringComparison.Ordinal) ? child + question[2..]
                : Wording.Say($"{child}：{question}", $"{char.ToUpperInvariant(child[0])}{child[1..]}: {question}");
        }
    }

    /// <summary>The words of the vocabulary; of a birth to come, words that fit before it.</summary>
    private string Question(FactPath path) => path is { Root: PathRoot.Child, Fact.Path: "babies" } && Path.Index < _draft.Births.Count && _draft.Births[Path.Index].Expected
        ? Wording.Say("这次怀了几个宝宝？", "How many babies are expected?") : Questions.Text(path, _language);

    public string? Why => Path.Fact?.Why?.In(_language);

    public QuestionKind Kind => Path.Fact switch
    {
        null => QuestionKind.Count,
        { Entity: EntityKind.Child, Path: "birth_date" } => QuestionKind.Birth,
        { Type.Kind: ValueKind.Bool } => QuestionKind.YesNo,
        { Type.Kind: ValueKind.Enum } => QuestionKind.Choice,
        { Type.Kind: ValueKind.Set } => QuestionKind.Choices,
        { Type.Kind: ValueKind.Date } => QuestionKind.Date,
        { Type.Kind: ValueKind.Division } => QuestionKind.Place,
        _ => QuestionKind.Number,
    };

    /// <summary>Unit behind a number.</summary>
    public string? Unit => Path.Fact?.Type.Kind switch
    {
        ValueKind.Money => Path.Fact.Type.Period switch
        {
            MoneyPeriod.Month => Wording.Say("元 / 月", "yuan a month"),
            MoneyPeriod.Year => Wording.Say("元 / 年", "yuan a year"),
            _ => Wording.Say("元", "yuan"),
        },
        ValueKind.Days => Wording.Say("天", "days"),
        _ => null,
    };

    /// <summary>The choices with their values.</summary>
    public IReadOnlyList<(string Value, string Label)> Options => Kind switch
    {
        QuestionKind.YesNo => [("true", Wording.Say("是", "Yes")), ("false", Wording.Say("不是 / 没有", "No"))],
        QuestionKind.Choice or QuestionKind.Choices => [.. Path.Fact!.Type.Enumeration!.Members.Select((member, index) =>
            (FactNames.Json(member), Path.Fact.Type.Enumeration.Labels[index].In(_language))), .. Kind == QuestionKind.Choices ? [("none", Wording.Say("都不是", "None of these"))] : Array.Empty<(string, string)>()],
        QuestionKind.Count => [.. Enumerable.Range(0, MostAsked + 1).Select(CountOption)],
        _ => [],
    };

    /// <summary>Whether there are more numbers than those offered.</summary>
    public bool HasMore => Kind == QuestionKind.Count && Path.Root == PathRoot.ChildList && !_all;

    private int MostAsked => Path.Root != PathRoot.ChildList ? MostEldersAsked : _all ? FamilyReader.MaximumChildren : UsualChildren;

    /// <summary>The value chosen before, as the form writes it.</summary>
    public string? Value => Current switch
    {
        null => null,
        JsonArray list when Kind == QuestionKind.Count => list.Count.ToString(CultureInfo.InvariantCulture),
        JsonArray { Count: 0 } => "none",
        JsonArray list => string.Join(',', list.Select(item => item!.GetValue<string>())),
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth ? "true" : "false",
        _ => Current.ToString(),
    };

    /// <summary>What the form shows at first: the answer before, or what follows from other answers.</summary>
    public string? Offered => Value ?? Path switch
    {
        { Root: PathRoot.Child, Fact.Path: "birth_order" } => RankOfBirth,
        { Root: PathRoot.Child, Fact.Path: "babies" } when _draft.Births is var births && Path.Index < births.Count && births[Path.Index].Date is not null =>
            births.Count(birth => birth.Date == births[Path.Index].Date).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The date answered before.</summary>
    public DateOnly? Date => DueDate ?? Day(Current is JsonValue value && value.TryGetValue<string>(out var text) ? text : null);

    /// <summary>Puts a typed answer into a copy of the draft; null with a sentence when it cannot be one.</summary>
    public (FamilyDraft? Draft, string? Error) Answer(FamilyDraft draft, string? answer, IReadOnlyList<string> answers, DateOnly? date, bool expected)
    {
        var changed = draft.Copy();
        switch (Kind)
        {
            case QuestionKind.Birth or QuestionKind.Date when date is null:
                return (null, Wording.Say("请填日期，拿不准可以先跳过", "Enter the date, or skip the question"));
            case QuestionKind.Birth:
                changed.AnswerBirth(Path, date!.Value, expected);
                break;
            case QuestionKind.Date:
                changed.Answer(Path, JsonValue.Create(Iso(date!.Value)));
                break;
            case QuestionKind.Choices when answers.All(string.IsNullOrEmpty):   // an empty field binds as null
                return (null, Wording.Say("请勾选，都不是就选“都不是”", "Tick those that apply, or “None of these”"));
            case QuestionKind.Choices when answers.Contains("none") && answers.Any(item => !string.IsNullOrEmpty(item) && item != "none"):
                return (null, Wording.Say("“都不是”不能和别的一起选", "“None of these” can't be ticked together with others"));
            case QuestionKind.Choices:
                changed.Answer(Path, new JsonArray([.. answers.Where(item => !string.IsNullOrEmpty(item) && item != "none").Select(item => JsonValue.Create(item))]));
                break;
            case var _ when string.IsNullOrWhiteSpace(answer):
                return (null, Kind == QuestionKind.Number ? Wording.Say("请填一个数，拿不准可以先跳过", "Enter a number, or skip the question") : Wording.Say("请选一项，拿不准可以先跳过", "Choose one, or skip the question"));
            case QuestionKind.Count when int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= FamilyReader.MaximumChildren:
                changed.AnswerCount(Path, count);
                break;
            case QuestionKind.YesNo when answer is "true" or "false":
                changed.Answer(Path, JsonValue.Create(answer == "true"));
                break;
            case QuestionKind.Count or QuestionKind.YesNo:
                return (null, AnswerText.NotListed);
            case QuestionKind.Number:
                changed.Answer(Path, JsonValue.Create(AnswerText.Number(answer)));
                break;
            default:
                changed.Answer(Path, JsonValue.Create(answer.Trim()));
                break;
        }

        return (changed, null);
    }

    private (string, string) CountOption(int count) => (count.ToString(CultureInfo.InvariantCulture), (count, Path.Root) switch
    {
        (0, PathRoot.ChildList) => Wording.Say("还没有，也没有怀孕", "None, and none expected"),
        (0, _) => Wording.Say("没有", "No"),
        (_, PathRoot.ChildList) => Wording.Say($"{count}个", $"{count}"),
        (1, _) => Wording.Say("有一位", "One"),
        _ => Wording.Say("两位都住院", "Both"),
    });

    private string? RankOfBirth => _draft.RankOfBirth(Path.Index)?.ToString(CultureInfo.InvariantCulture);

    // before the birth date is given a child has only its number
    private string ChildOf(FactPath path) => Kind == QuestionKind.Birth ? Wording.Say($"第{path.Index + 1}个孩子", $"child {path.Index + 1}") : _draft.Names.Subject(path.Index);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
