using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>What is said about rows of a register file.</summary>
internal static class RegisterRowTexts
{
    public static readonly LocalText SeatMissing = new("The row names no seat. Write what people call it, such as 301 or a firm's short name.", "没有填写席位。请填写大家通用的名称，如 301 室或单位简称。");
    public static readonly LocalText TooLong = new("At most 200 characters.", "最多 200 个字。");
    public static readonly LocalText FormulaError = new("The cell holds a formula that failed. Put the value itself there.", "单元格公式出错，请直接填写内容。");
    public static readonly LocalText SeatTwice = new("Row {0} is about the same seat. Keep one of the two.", "与第 {0} 行是同一席位，请只保留一行。");
    public static readonly LocalText SeatIdUnknown = new(
        "No seat with this id stands in the register. Leave the cell empty for a new seat.", "名册中没有此编号的席位。新增席位请留空。");
    public static readonly LocalText BlocNeeded = new("A new seat needs a bloc. Write one of: {0}.", "新增席位须填写界别，可填：{0}。");
    public static readonly LocalText BlocUnknown = new("There is no such bloc here. Write one of: {0}.", "本议事会没有这个界别，可填：{0}。");
    public static readonly LocalText PartyNeeded = new("A new seat needs the firm or person behind it. Write the name.", "新增席位须填写单位或个人名称。");
    public static readonly LocalText EnglishAlone = new("An English name stands here without the name itself. Fill in the party too.", "只有英文名称，请同时填写单位/个人。");
    public static readonly LocalText KindUnknown = new("Write “firm” or “person”, or leave it empty.", "请填写“单位”或“个人”，或留空。");
    public static readonly LocalText KeyTwice = new("The id {0} stands for another name in row {1}. Give each party an id of its own.", "编号 {0} 在第 {1} 行是另一个名称，请为不同的单位或个人填写不同的编号。");
    public static readonly LocalText NoNumber = new("This is no number. Write digits, such as 1,204.50.", "不是数字，请填写数字，例如 1,204.50。");
    public static readonly LocalText Negative = new("A seat cannot weigh less than nothing. Write a number from 0.", "不能为负数，请填写不小于 0 的数。");
    public static readonly LocalText TooFine = new("At most {0} decimal places are kept. Round it in the file, so that you decide how.", "最多保留 {0} 位小数，请在文件中自行取舍。");
    public static readonly LocalText WholeOnly = new("Whole numbers only. Round it in the file, so that you decide how.", "只能填写整数，请在文件中自行取舍。");
    public static readonly LocalText TooMuch = new("No seat weighs as much. Check the number and its unit.", "数值过大，请核对数字和单位。");
    public static readonly LocalText ColumnTwice = new("Two columns mean the same. Keep one of them.", "有两列含义相同，请只保留一列。");
    public static readonly LocalText Unknown = new("These columns mean nothing here and are left out: {0}.", "以下列无法识别，不会录入：{0}。");
    public static readonly LocalText Namesakes = new(
        "Several seats belong to somebody called {0} and are entered as different people, each with a head of his own. If they are one person, write the same party id in all of his rows.",
        "有多个席位的业主都叫“{0}”，将按不同的人录入，各算一人。如果是同一人，请在各行填写相同的单位/个人编号。");
    public static readonly LocalText MeasureKept = new("Empty cells leave what stands; write 0 to take a weight away.", "留空的单元格保持原值，要清除请填 0。");
}
