using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Shouldly;

namespace Cradle.Linkage.Tests.Comparison;

public class LevelsTests
{
    [Theory]
    [InlineData(FieldKind.PersonName, "王子涵", "王子涵", "exact")]
    [InlineData(FieldKind.PersonName, "王子涵", "王子晗", "same sound")]
    [InlineData(FieldKind.PersonName, "王子涵", "王子轩", "one character apart")]
    [InlineData(FieldKind.PersonName, "王子涵", "王涵", "one character apart")]
    [InlineData(FieldKind.PersonName, "王子涵", "王大力", "same surname")]
    [InlineData(FieldKind.PersonName, "王芳", "王丽", "same surname")]
    [InlineData(FieldKind.PersonName, "王子涵", "李子涵", "one character apart")]
    [InlineData(FieldKind.PersonName, "王芳", "李芳", "same given name")]
    [InlineData(FieldKind.PersonName, "王子涵", "李大力", "different")]
    [InlineData(FieldKind.PersonName, "阿依古丽·买买提", "阿依古丽", "one character apart")]
    [InlineData(FieldKind.PersonName, "王芳之子", "王子涵", "missing")]
    [InlineData(FieldKind.BirthDate, "1985-03-12", "19850312", "exact")]
    [InlineData(FieldKind.BirthDate, "1985-03-12", "19850321", "near")]
    [InlineData(FieldKind.BirthDate, "1985-03-12", "19851203", "near")]
    [InlineData(FieldKind.BirthDate, "1985-03-12", "19850328", "two parts equal")]
    [InlineData(FieldKind.BirthDate, "1985-03-12", "19851130", "same year")]
    [InlineData(FieldKind.BirthDate, "1985-03-12", "19611130", "different")]
    [InlineData(FieldKind.Sex, "男", "1", "exact")]
    [InlineData(FieldKind.Sex, "男", "female", "different")]
    [InlineData(FieldKind.Phone, "13800138000", "13800138001", "near")]
    [InlineData(FieldKind.ResidentId, "11010519491231002X", "110105491231002", "exact")]
    [InlineData(FieldKind.ResidentId, "11010519491231002X", "110105194912310038", "conflict")]
    [InlineData(FieldKind.ResidentId, "11010519491231002X", "11010519491231003X", "near")]
    [InlineData(FieldKind.Address, "吉林省长春市朝阳区人民大街12号3栋2单元501室", "朝阳区人民大街12号3号楼2单元501室", "same street and numbers")]
    [InlineData(FieldKind.Address, "长春市朝阳区人民大街12号", "长春市朝阳区人民大街14号", "same street")]
    [InlineData(FieldKind.Address, "长春市朝阳区人民大街12号", "长春市朝阳区红旗街3号", "same county")]
    [InlineData(FieldKind.Text, "hugo street", "hugo stret", "very similar")]
    [InlineData(FieldKind.Code, "2600", "2601", "one edit apart")]
    public void Two_values_agree_at_their_level(FieldKind kind, string a, string b, string level)
    {
        var layout = new RecordLayout(new LinkageModel([], [new FieldModel("field", kind, ["field"])], [], []));
        var comparer = layout.Comparers[0];
        comparer.Levels[comparer.Compare(Row(layout, a), Row(layout, b))].ShouldBe(level);
        comparer.Compare(Row(layout, b), Row(layout, a)).ShouldBe(comparer.Compare(Row(layout, a), Row(layout, b)));
    }

    [Fact]
    public void Exchanged_names_agree_in_both_fields_and_one_coincidence_in_one()
    {
        var layout = new RecordLayout(new LinkageModel([], [new FieldModel("given", FieldKind.GivenName, ["g"]), new FieldModel("surname", FieldKind.Surname, ["s"])], [], []));
        Levels(layout, ["james", "kelly"], ["kelly", "james"]).ShouldBe(["in the other column", "in the other column"]);
        Levels(layout, ["james", "kelly"], ["scott", "james"]).Count(level => level == "in the other column").ShouldBe(1);
    }

    private static string[] Levels(RecordLayout layout, string[] a, string[] b)
    {
        var pattern = layout.PatternOf(Row(layout, a), Row(layout, b));
        return [.. layout.Comparers.Select((comparer, field) => comparer.Levels[RecordLayout.LevelOf(pattern, field)])];
    }

    private static int[] Row(RecordLayout layout, params string[] values)
    {
        var row = new int[layout.Stride];
        var at = 0;
        for (var field = 0; field < values.Length; field++)
        {
            layout.Comparers[field].Encode(values[field], row.AsSpan(at, layout.Comparers[field].SlotCount));
            at += layout.Comparers[field].SlotCount;
        }

        return row;
    }
}
