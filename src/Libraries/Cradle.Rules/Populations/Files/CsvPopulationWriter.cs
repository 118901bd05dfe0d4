using System.Globalization;
using System.Text;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// Writes a population as families.csv, children.csv and elders.csv, one family after the other. How many rows each has is written after the last, so that a
/// file that is cut off is known for it.
/// </summary>
public sealed class CsvPopulationWriter : IDisposable
{
    private const int CountDigits = 12;

    private readonly Vocabulary _vocabulary;
    private readonly Table _families;
    private readonly Table _children;
    private readonly Table _elders;
    private readonly StringBuilder _line = new();

    /// <summary>Begins the tables in a folder, which is made where it is not there.</summary>
    public CsvPopulationWriter(string folder, Vocabulary vocabulary, PopulationHeader header)
    {
        _vocabulary = vocabulary;
        Directory.CreateDirectory(folder);
        _families = new Table(Path.Combine(folder, CsvFiles.FamiliesName), header, CsvPopulation.FamiliesKey,
            $"familyId,weight,{CsvFiles.ChildrenKnown},{CsvFiles.MotherEldersKnown},{CsvFiles.FatherEldersKnown}" + Heads("", EntityKind.Family) + Heads("mother.", EntityKind.Parent) + Heads("father.", EntityKind.Parent));
        _children = new Table(Path.Combine(folder, CsvFiles.ChildrenName), header, MemberTable.KeyOf(CsvTable.Children),
            "familyId" + Heads("", EntityKind.Child).Replace(",expected", ",dueDate", StringComparison.Ordinal));
        _elders = new Table(Path.Combine(folder, CsvFiles.EldersName), header, MemberTable.KeyOf(CsvTable.Elders), "familyId,parent" + Heads("", EntityKind.Elder));
    }

    /// <summary>Writes a family.</summary>
    public void Write(FamilyRecord record)
    {
        var facts = record.Facts;
        var id = Quoted(record.Id);
        _line.Clear().Append(id).Append(',').Append(record.Weight.ToString(CultureInfo.InvariantCulture));
        foreach (var list in new[] { facts.Children, facts.MotherElders, facts.FatherElders })
            _line.Append(',').Append(list is null ? "false" : "");
        Cells(facts.Family, EntityKind.Family);
        Cells(facts.Mother, EntityKind.Parent);
        Cells(facts.Father, EntityKind.Parent);
        _families.Write(_line);
        foreach (var child in facts.Children ?? [])
        {
            _line.Clear().Append(id);
            Child(child);
            _children.Write(_line);
        }

        foreach (var (who, elders) in new[] { ("mother", facts.MotherElders), ("father", facts.FatherElders) })
            foreach (var elder in elders ?? [])
            {
                _line.Clear().Append(id).Append(',').Append(who);
                Cells(elder, EntityKind.Elder);
                _elders.Write(_line);
            }
    }

    /// <summary>Ends the tables. Without it the files say that they hold no row, and are refused as truncated.</summary>
    public void Complete()
    {
        _children.Complete();
        _elders.Complete();
        _families.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _families.Dispose();
        _children.Dispose();
        _elders.Dispose();
    }

    private static void WriteRemarks(StreamWriter writer, PopulationHeader header)
    {
        if (header.IsSynthetic)
            writer.Write("# synthetic: true\n# warning: no family in this file is real 合成数据，不是真实家庭\n");
        if (header.AsOf is { } day)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# as-of: {day:yyyy-MM-dd}\n"));
        if (header.Label.Zh.Length > 0)
            writer.Write($"# label: {header.Label.Zh.ReplaceLineEndings(" ")}\n# label-en: {header.Label.En.ReplaceLineEndings(" ")}\n");
        if (header.Source.Length > 0)
            writer.Write($"# source: {header.Source.ReplaceLineEndings(" ")}\n");
        if (header.Scale != SampleScale.One)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# scale: {header.Scale.Numerator}/{header.Scale.Denominator}\n"));
    }

    private string Heads(string prefix, EntityKind kind) => string.Concat(_vocabulary.FactsOf(kind).Select(fact => $",{prefix}{string.Join('.', fact.JsonPath)}"));

    private void Cells(EntityFacts facts, EntityKind kind)
    {
        foreach (var fact in _vocabulary.FactsOf(kind))
        {
            _line.Append(',');
            if (facts.TryGet(fact.Slot, out var value))
                _line.Append(Text(value, fact.Type));
        }
    }

    /// <summary>A child that is expected has its due date in place of a birth date.</summary>
    private void Child(EntityFacts child)
    {
        var isExpected = _vocabulary.Find(EntityKind.Child, "expected") is { } expected && child.TryGet(expected.Slot, out var flag) && flag == 1;
        foreach (var fact in _vocabulary.FactsOf(EntityKind.Child))
        {
            _line.Append(',');
            if (fact.Path == "expected" && isExpected && _vocabulary.Find(EntityKind.Child, "birth_date") is { } birth && child.TryGet(birth.Slot, out var due))
                _line.Append(Text(due, birth.Type));
            else if (fact.Path != "expected" && !(isExpected && fact.Path == "birth_date") && child.TryGet(fact.Slot, out var value))
                _line.Append(Text(value, fact.Type));
        }
    }

    private static string Quoted(string id) => id.AsSpan().IndexOfAny(',', '"') < 0 ? id : $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(long value, RuleType type) => type.Kind != ValueKind.Set ? ValueFormat.Text(value, type)
        : value == 0 ? "[]" : string.Join('|', type.Enumeration!.JsonMembers.Where((_, index) => (value >> index & 1) != 0));

    /// <summary>A table that is being written. Its number of rows is a remark with room for any number, filled in at the end.</summary>
    private sealed class Table : IDisposable
    {
        private readonly FileStream _stream;
        private readonly StreamWriter _writer;
        private readonly long _countAt;
        private long _rows;

        public Table(string path, PopulationHeader header, string key, string heads)
        {
            _stream = File.Create(path);
            _writer = new StreamWriter(_stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
            WriteRemarks(_writer, header);
            _writer.Write($"# {key}: ");
            _writer.Flush();
            _countAt = _stream.Position;
            _writer.Write(new string('0', CountDigits) + "\n" + heads + "\n");
        }

        public void Write(StringBuilder line)
        {
            _rows++;
            _writer.Write(line.Append('\n'));
        }

        public void Complete()
        {
            _writer.Flush();
            _stream.Position = _countAt;
            _stream.Write(Encoding.ASCII.GetBytes(_rows.ToString(new string('0', CountDigits), CultureInfo.InvariantCulture)));
            _stream.Position = _stream.Length;
        }

        public void Dispose() => _writer.Dispose();
    }
}
