using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql.Expressions;

namespace Cradle.Rules.Sql.Answers;

/// <summary>
/// Answers as arrays of <c>bigint</c>: status (<see cref="BatchStatus"/>), value, winning rule, and what tells answers of one status apart (kind and "at least"), which
/// is compared where several regions or days are possible. NULL is no outcome.
/// </summary>
internal sealed class AnswerSql(QuantityHeader header, bool isDraft, SqlContext context)
{
    /// <summary>Facts are missing.</summary>
    public static readonly string Unknown = Fixed(BatchStatus.Of(OutcomeStatus.Unknown), 0, 0);

    /// <summary>No rule applies.</summary>
    public static readonly string NotEntitled = Fixed(BatchStatus.Of(OutcomeStatus.NotEntitled), 0, SignatureOf(Verdict.Nothing));

    /// <summary>The same, where no rule is in force either.</summary>
    public static readonly string Nothing = Fixed(BatchStatus.Of(OutcomeStatus.NotEntitled), -1, SignatureOf(Verdict.Nothing));

    /// <summary>Nothing is in force, yet the day says more than that.</summary>
    public static readonly string NothingButOpen = Fixed(BatchStatus.Of(OutcomeStatus.Unknown), -1, 0);

    /// <summary>An answer that closes a quantity without a value.</summary>
    public static string Closed(OutcomeStatus status, string rule) => $"ARRAY[{BatchStatus.Of(status)}, NULL::bigint, {rule}, 0]";

    /// <summary>Two rules differ.</summary>
    public static string Conflict(Rule rule) => Fixed(BatchStatus.Of(OutcomeStatus.Conflict), rule.Index, 2 * (int)ResultKind.Conflict);

    /// <summary>The time source of a rule: two rules of one time source give one status.</summary>
    public BoundWindow? WindowOf(Rule rule) => rule.Window ?? header.Window;

    /// <summary>The answer of a settled result: in its window, before or after it, or unknown because a day of it is.</summary>
    public string Settled(Verdict verdict, BoundWindow? window, SqlText? value, string rule)
    {
        var inside = Answer(StatusOf(verdict.Kind), value, rule, verdict);
        if (window is null || window is { From: null, Until: null })
            return inside;
        var asOf = SqlText.Day(context.AsOf.DayNumber);
        var from = window.From is null ? null : Day(window.From, value);
        var until = window.Until is null ? null : Day(window.Until, value);
        var branches = new List<string>();
        if (until is not null)
            branches.Add($"WHEN {until.Atom} < {asOf} THEN {Answer(OutcomeStatus.Ended, value, rule, verdict)}");
        if (from is not null)
            branches.Add($"WHEN {from.Atom} > {asOf} THEN {Answer(OutcomeStatus.NotYet, value, rule, verdict)}");
        var open = string.Join(" OR ", Missing(window.From, from).Concat(Missing(window.Until, until)));
        if (open.Length > 0)
            branches.Add($"WHEN {open} THEN {Unknown}");
        return $"CASE {string.Join(' ', branches)} ELSE {inside} END";
    }

    /// <summary>A day that the outcome's value decides is written where it is needed, any other once.</summary>
    private SqlText Day(Number day, SqlText? value) =>
        Reads(day) ? SqlExpression.Of(day, context with { OutcomeValue = value }) : context.Part(day);

    private static bool Reads(Node node) => node is OutcomeValue || FactWalk.Children(node).Any(Reads);

    private static IEnumerable<string> Missing(Number? number, SqlText? day) =>
        day is { MayBeNull: true } && number is not OutcomeValue ? [$"{day.Atom} IS NULL"] : [];

    private OutcomeStatus StatusOf(ResultKind kind) => kind switch
    {
        _ when isDraft => OutcomeStatus.Advisory,
        ResultKind.Right => OutcomeStatus.Entitled,
        ResultKind.Programme => OutcomeStatus.Programme,
        _ => OutcomeStatus.NotSet,
    };

    private static string Answer(OutcomeStatus status, SqlText? value, string rule, Verdict verdict)
    {
        var (code, signature) = (BatchStatus.Of(status), SignatureOf(verdict));
        return IsLiteral(rule) && (value is null || IsLiteral(value.Text))
            ? $"'{{{code},{value?.Text ?? "NULL"},{rule},{signature}}}'::bigint[]"
            : $"ARRAY[{code}, {value?.Wide ?? "NULL::bigint"}, {rule}, {signature}]";
    }

    private static bool IsLiteral(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static int SignatureOf(Verdict verdict) => 2 * (int)verdict.Kind + (verdict.AtLeast ? 1 : 0);

    private static string Fixed(byte status, int rule, int signature) => string.Create(CultureInfo.InvariantCulture, $"'{{{status},NULL,{rule},{signature}}}'::bigint[]");
}
