/// A response of nested letters: Chinese text, numbers, booleans, nulls, a few escapes.
enum LetterResponse {
    static func text(letterCount: Int) -> String {
        var dice = Dice(seed: 20_180_301)
        let letters = (1...letterCount).map { letter($0, &dice) }
        return "{\"data\":{\"letters\":{\"totalCount\":\(letterCount),\"nodes\":[\(letters.joined(separator: ","))]}}}"
    }

    private static func letter(_ number: Int, _ dice: inout Dice) -> String {
        let steps = (0...dice.roll(3)).map { step in
            "{\"round\":\(step),\"weight\":\(dice.roll(900)).\(1 + dice.roll(8)),\"on\":\"2018-03-1\(step)\",\"passed\":\(dice.roll(2) == 0)}"
        }
        return """
            {"id":"\(number * 31)","letterNo":"晋03信〔2018〕\(1_000 + number)","version":\(dice.roll(1_000_000)),\
            "subject":"反映执行案件进展的来信 \(number)","abstract":"来信人称其申请执行的案件至今未有进展，\
            请求督促承办法官依法尽快执行并书面答复。\(dice.pick(["", #"\n“另附\"证据\"三页”"#, " See the file."]))",\
            "sealed":\(dice.roll(9) == 0),"assignee":\(dice.roll(3) == 0 ? "null" : "{\"id\":\"\(dice.roll(900))\",\"name\":\"张晓明\"}"),\
            "court":{"code":"晋03","name":"阳泉市中级人民法院","level":"INTERMEDIATE"},"daysLeft":\(dice.roll(90) - 30),\
            "createdAt":"2018-03-01T02:15:00Z","reviewSteps":[\(steps.joined(separator: ","))]}
            """
    }
}
