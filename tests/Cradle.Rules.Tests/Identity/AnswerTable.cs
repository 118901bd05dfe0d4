using Cradle.Rules.Populations;

namespace Cradle.Rules.Tests.Identity;

/// <summary>One answer of a batch: status byte, value, winning rule.</summary>
internal readonly record struct BatchAnswer(byte Status, long? Value, int Rule)
{
    public override string ToString() => $"{BatchStatus.StatusOf(Status)?.ToString() ?? "no outcome"}{(Value is { } value ? $" {value}" : "")}{(Rule == 0 ? "" : $" by rule {Rule}")}";
}

/// <summary>All answers of a batch: by column of answers and row; a column that nobody answers takes no room.</summary>
internal sealed class AnswerTable(IReadOnlyList<OutcomeKey> keys, Population population)
{
    private readonly BatchAnswer[]?[] _answers = new BatchAnswer[keys.Count][];

    public BatchAnswer this[OutcomeKey key, int row]
    {
        get => _answers[key.Index] is { } column ? column[row] : default;
        set => (_answers[key.Index] ??= new BatchAnswer[population.Rows(key.Rows)])[row] = value;
    }

    public static AnswerTable Of(BatchResult result, Population population)
    {
        var table = new AnswerTable([.. result.Columns.Select(column => column.Key)], population);
        foreach (var column in result.Columns)
            for (var row = 0; row < column.Rows; row++)
                table[column.Key, row] = new BatchAnswer(column.Code(row), column.Value(row), column.Rule(row));
        return table;
    }

    /// <summary>Where two tables of the same policy differ; <paramref name="shift"/> says from which row of the other this one's population stands.</summary>
    public IEnumerable<(OutcomeKey Key, int Row, BatchAnswer Here, BatchAnswer There)> Differences(AnswerTable other, Func<OutcomeKey, int>? shift = null)
    {
        foreach (var key in keys)
            for (var row = 0; row < population.Rows(key.Rows); row++)
                if (this[key, row] is var here && other[key, row + (shift?.Invoke(key) ?? 0)] is var there && here != there)
                    yield return (key, row, here, there);
    }
}
