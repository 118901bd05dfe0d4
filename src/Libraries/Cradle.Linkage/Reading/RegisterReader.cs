using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using nietras.SeparatedValues;

namespace Cradle.Linkage.Reading;

/// <summary>Reads registers into a store: one thread takes the text apart while others normalise and encode.</summary>
internal sealed class RegisterReader(RecordLayout layout, Action<int>? progress = null)
{
    private const int MostAhead = 8;

    private readonly List<RowProblem> problems = [];

    /// <summary>What is wrong in the registers, in the order of files and lines.</summary>
    public IReadOnlyList<RowProblem> Problems => problems;

    public async Task<RecordStore> ReadAsync(IReadOnlyList<RegisterFile> files, CancellationToken cancel)
    {
        var store = new RecordStore(layout);
        foreach (var file in files)
        {
            await ReadAsync(file, store, cancel).ConfigureAwait(false);
        }

        return store;
    }

    internal static string WithoutRows(RegisterFile file) => $"{file.Path}: the file has a header and no rows; leave it out, or export it again.";

    internal static int IdColumnOf(LinkageModel model, RegisterFile file) =>
        model.IdColumns.Select(name => IndexOf(file, name)).FirstOrDefault(index => index >= 0, -1);

    private static int IndexOf(RegisterFile file, string column) => file.Header.ToList().IndexOf(column);

    private async Task ReadAsync(RegisterFile file, RecordStore store, CancellationToken cancel)
    {
        store.Begin(file.Source);
        var before = store.Count + problems.Count;
        var columns = FieldColumn.Of(layout.Model, file);
        if (Array.TrueForAll(columns, column => column.Length == 0))
        {
            throw new RegisterException($"{file.Path}: none of the model's columns is among {string.Join(", ", file.Header)}; train a model for this register or add its headers to the model.");
        }

        var used = columns.SelectMany(column => column).Select(column => column.Index).Distinct().ToArray();
        var places = columns.Select(column => column.Select(of => of with { Index = Array.IndexOf(used, of.Index) }).ToArray()).ToArray();
        var id = IdColumnOf(layout.Model, file);
        var ids = new RepeatedIds();
        using var reader = file.Read();
        file.MoveNext(reader);
        var pending = new Queue<(Task<List<RowProblem>> Work, RowBatch Batch)>();
        var free = new Stack<RowBatch>();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var batch = free.TryPop(out var old) ? old : new RowBatch(used.Length);
            var goesOn = Fill(file, reader, batch, store, used, id, ids);
            pending.Enqueue((Task.Run(() => Encode(file, batch, store, places, used), cancel), batch));
            while (pending.Count > (goesOn ? MostAhead : 0))
            {
                var (work, done) = pending.Dequeue();
                problems.AddRange(await work.ConfigureAwait(false));
                free.Push(done);
            }

            progress?.Invoke(store.Count);
            if (!goesOn)
            {
                if (store.Count + problems.Count == before)
                {
                    throw new RegisterException(WithoutRows(file));
                }

                problems.AddRange(id < 0 ? [] : ids.Find(file, file.Header[id]));
                return;
            }
        }
    }

    private bool Fill(RegisterFile file, SepReader reader, RowBatch batch, RecordStore store, int[] used, int id, RepeatedIds ids)
    {
        batch.Begin(store.Count);
        while (!batch.IsFull)
        {
            if (!file.MoveNext(reader))
            {
                return false;
            }

            var row = reader.Current;
            if (RegisterRow.IsBlank(row))
            {
                continue;
            }

            if (!RegisterRow.TryName(file, row, id, out var name, out var problem))
            {
                problems.Add(problem);
                continue;
            }

            store.Add(name);
            if (id >= 0)
            {
                ids.Add(name, row.LineNumberFrom);
            }

            foreach (var column in used)
            {
                batch.AddCell(row[column].Span);
            }

            batch.EndRow(row.LineNumberFrom);
        }

        return true;
    }

    private List<RowProblem> Encode(RegisterFile file, RowBatch batch, RecordStore store, FieldColumn[][] places, int[] used)
    {
        var found = new List<RowProblem>();
        Span<char> buffer = stackalloc char[FieldColumn.LongestName];
        for (var row = 0; row < batch.Count; row++)
        {
            var slots = store.Slots(batch.FirstRecord + row);
            for (var field = 0; field < places.Length; field++)
            {
                var comparer = layout.Comparers[field];
                foreach (var place in places[field])
                {
                    var cell = place.Value(batch.Cell(row, place.Index), buffer);
                    if (cell.IsEmpty)
                    {
                        continue;
                    }

                    if (comparer.Encode(cell, slots.Slice(comparer.Offset, comparer.SlotCount)) is { } problem)
                    {
                        found.Add(new RowProblem(file.Path, batch.LineOf(row), file.Header[used[place.Index]], problem, IsRefused: false));
                    }

                    break;
                }
            }
        }

        return found;
    }
}
