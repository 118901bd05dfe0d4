using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>A child or an elder, read ahead of its family.</summary>
/// <param name="Facts">Its facts; null where its row is wrong, and then its family is left out.</param>
/// <param name="IsOfFather">For elders: whether the father's.</param>
/// <param name="Line">The line it stands on.</param>
internal sealed record Member(EntityFacts? Facts, bool IsOfFather, long Line);

/// <summary>
/// A table of children or of elders, joined to the families as both are read: rows stand in the order of the families, give or take
/// <see cref="Ahead"/> rows. So the join needs no memory that grows with the table, and a row that comes too late is found, never lost.
/// </summary>
internal sealed class MemberTable(CsvRows rows, CsvTable table, Vocabulary vocabulary, ColumnMapping mapping, CellReader cells, BadRowLog log) : IDisposable
{
    /// <summary>How many rows are read ahead.</summary>
    public const int Ahead = 4096;

    private static readonly List<Member> None = [];

    private readonly RowReader _reader = new(rows, CsvHeader.Read(rows, table, vocabulary, mapping), cells, log);
    private readonly EntityKind _kind = table == CsvTable.Children ? EntityKind.Child : EntityKind.Elder;
    private readonly ChildPresumptions _presumptions = new(vocabulary);
    private readonly int? _birthDate = vocabulary.Find(EntityKind.Child, "birth_date")?.Slot;
    private readonly Dictionary<string, List<Member>> _waiting = [];
    private int _count;
    private long _read;
    private bool _isDone;

    /// <summary>What a table says its number of rows by: <c># children: 11</c>.</summary>
    public static string KeyOf(CsvTable table) => table == CsvTable.Children ? "children" : "elders";

    /// <summary>The rows of a family, in order.</summary>
    public List<Member> Take(ReadOnlySpan<char> family)
    {
        Fill();
        if (!_waiting.GetAlternateLookup<ReadOnlySpan<char>>().Remove(family, out _, out var members))
            return None;
        _count -= members.Count;
        return members;
    }

    /// <summary>After the last family: what still waits has no family, or came too late for it.</summary>
    /// <exception cref="PopulationFileException">A row came too late: its family was read without it.</exception>
    public void Finish(SeenIds seen)
    {
        do
        {
            Fill();
            foreach (var (id, members) in _waiting)
                foreach (var member in members)
                    if (seen.Contains(id))
                        throw new PopulationFileException(rows.Name, member.Line, "the row comes long after its family.", $"Sort {rows.Name} in the order of the families, by familyId in both.");
                    else if (member.Facts is not null)
                        log.Add(new BadRow(rows.Name, member.Line, 0, "", new Bilingual("没有这一编号的家庭。", "There is no family of this id."), new Bilingual("补上家庭，或改正编号。", "Add the family, or correct the id.")));
            _waiting.Clear();
            _count = 0;
        }
        while (!_isDone);
        rows.Finish(KeyOf(table), _read);
    }

    public void Dispose() => rows.Dispose();

    private void Fill()
    {
        var lookup = _waiting.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!_isDone && _count < Ahead)
        {
            if (_isDone = !rows.Read())
                return;
            _read++;
            if (!_reader.IsWhole() && _reader.Id.IsEmpty)
                continue;
            var member = rows.Count == _reader.Columns.Count ? Read() : new Member(null, false, rows.Line);
            if (lookup.TryGetValue(_reader.Id, out var members))
                members.Add(member);
            else
                _waiting.Add(_reader.Id.ToString(), [member]);
            _count++;
        }
    }

    private Member Read()
    {
        var facts = new EntityFacts(vocabulary.FactsOf(_kind).Count);
        var (isGood, isFather) = (true, false);
        foreach (var (index, column) in _reader.Columns.Index())
        {
            if (column.Role == ColumnRole.ElderOf)
                isGood &= IsParent(index, ref isFather);
            else if (column.Path.Fact is { } fact && _reader.Value(index, fact, ref isGood) is { } value)
                MemberFacts.Set(facts, column, value, _presumptions.Expected, _birthDate);
        }

        if (_kind == EntityKind.Child)
            _presumptions.Complete(facts);
        return new Member(isGood ? facts : null, isFather, rows.Line);
    }

    private bool IsParent(int index, ref bool isFather)
    {
        var cell = _reader.Cell(index);
        isFather = cell is "father" or "父亲" or "爸爸";
        if (isFather || cell is "mother" or "母亲" or "妈妈")
            return true;
        _reader.Report(index, _reader.Columns[index].Name, "应当写 mother 或 father。", "This must be mother or father.", "写明是谁的父母。", "Say whose parent it is.");
        return false;
    }
}

/// <summary>How a cell becomes a fact of a child or elder.</summary>
internal static class MemberFacts
{
    /// <summary>A due date is the birth date of a child that is expected.</summary>
    public static void Set(EntityFacts facts, CsvColumn column, long value, int? expected, int? birthDate)
    {
        if (column.Role != ColumnRole.DueDate)
            facts.Set(column.Path.Fact!.Slot, value);
        else if (birthDate is { } slot)
        {
            facts.Set(slot, value);
            if (expected is { } flag)
                facts.Set(flag, 1);
        }
    }
}
